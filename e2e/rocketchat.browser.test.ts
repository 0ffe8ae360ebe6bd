import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import { uploadFile, type FileAdapter, type UploadError } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describe, expect, inject, it } from 'vitest'

const { open, limited, closed } = inject('rocketChats')
const ctx = { signal: new AbortController().signal }

function adapterOf({ url, roomId, auth }: typeof open): FileAdapter {
  return rocketChatAdapter({
    baseUrl: url,
    room: { kind: 'group', id: roomId },
    getAuth: () => auth,
    serverVersion: '8.8',
  })
}

function errorOf(promise: Promise<unknown> | undefined): Promise<UploadError> {
  return Promise.resolve(promise).then(
    () => {
      throw new Error('It succeeded.')
    },
    (error: unknown) => error as UploadError,
  )
}

/** The page is of another origin than the servers. */
describe('Rocket.Chat from a page', () => {
  it.each([10, 300_000])('takes %i bytes, and lists them', async (size) => {
    const adapter = adapterOf(open)
    const name = `naïve ${crypto.randomUUID()} 🦞.txt`
    const file = await uploadFile(adapter, makeFile({ name, size, type: 'text/plain' }))
    expect(file).toMatchObject({ name, size, status: 'ready', url: null })
    const page = await adapter.listFiles?.({ limit: 10, search: name }, ctx)
    expect(page).toMatchObject({ files: [{ id: file.id, name, size }], total: 1 })
    expect(await adapter.deleteFiles?.([file.id], ctx)).toEqual({ done: [file.id], failed: [] })
  })

  it('keeps the bytes to pages of its own origin', async () => {
    const adapter = adapterOf(open)
    const file = await uploadFile(adapter, makeFile({ name: 'a.txt', size: 10 }))
    const read = adapter.readFile?.(file, { variant: 'original' }, ctx)
    expect(await errorOf(read)).toMatchObject({ code: 'network' })
  })

  it('tells how long to wait, though no header of it can be read', async () => {
    const { listFiles } = adapterOf(limited)
    // Another browser may have used the one call of this minute up.
    const listed = [1, 2].map(async () => errorOf(listFiles?.({ limit: 1 }, ctx)))
    const outcomes = await Promise.allSettled(listed)
    const refused = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(refused[0]).toMatchObject({ code: 'rate-limited', isRetryable: true })
    const seconds = Number(/(\d+) seconds/.exec(refused[0]?.message ?? '')?.[1])
    const waitMs = (refused[0]?.retryAt ?? 0) - Date.now()
    expect(Math.abs(waitMs - seconds * 1_000)).toBeLessThan(2_000)
  })

  it('is silent where its CORS is switched off', async () => {
    const listed = adapterOf(closed).listFiles?.({ limit: 1 }, ctx)
    expect(await errorOf(listed)).toMatchObject({ code: 'network' })
  })
})
