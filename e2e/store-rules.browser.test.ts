import { createUploadQueue, type BuiltInTicketKind } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describe, expect, it } from 'vitest'
import { scriptedAdapter, splitRooms } from './support/scripted-adapter.js'
import { openRoom, type RoomScript } from './support/scripted-room.js'

async function upload(kind: BuiltInTicketKind, script: RoomScript, size = 250) {
  const room = await openRoom(script)
  // What goes to the backend answers: the store alone has rules.
  const calls = await openRoom()
  const { adapter } = scriptedAdapter(splitRooms(room, calls), kind)
  const queue = createUploadQueue({
    adapter,
    multipartThreshold: 0,
    retry: { baseDelayMs: 1, attemptsPerPart: 2, attemptsPerFinalize: 1 },
  })
  const disconnect = queue.connect()
  const { ids } = queue.add([makeFile({ name: 'a', size })])
  await queue.whenSettled(ids)
  disconnect()
  return { task: queue.getTask(ids[0] ?? ''), room, calls }
}

describe('a store that hides the ETag', () => {
  it('multipart fails at once, and is told the rule to add', async () => {
    const { task, room } = await upload('multipart', { cors: 'no-etag' }, 1_000)
    expect(task).toMatchObject({
      status: 'failed',
      error: { code: 'storage-cors', details: { rule: { ExposeHeaders: ['ETag'] } } },
    })
    expect(task).toHaveProperty(
      'error.message',
      expect.stringContaining('"ExposeHeaders": ["ETag"]'),
    )
    expect((await room.paths()).length).toBeLessThanOrEqual(4)
  })

  it.each(['put', 'form'] as const)('%s does without', async (kind) => {
    const { task } = await upload(kind, { cors: 'no-etag' })
    expect(task).toMatchObject({ status: 'ready' })
  })
})

describe('a store that refuses the page by CORS', () => {
  it.each([
    ['put', 'PUT', 250],
    ['form', 'POST', 250],
    ['form', 'POST', 300_000],
    ['multipart', 'PUT', 250],
  ] as const)('%s of %s is told the rule to add (%i bytes)', async (kind, method, size) => {
    const { task } = await upload(kind, { cors: 'refused' }, size)
    const rule = {
      AllowedOrigins: [location.origin],
      AllowedMethods: [method],
      AllowedHeaders: ['*'],
      ExposeHeaders: ['ETag'],
    }
    expect(task).toMatchObject({
      status: 'failed',
      error: { code: 'storage-cors', details: { rule } },
    })
    expect(task).toHaveProperty('error.message', expect.stringContaining(JSON.stringify(rule)))
  })

  // As a gateway does that reads the signature before it looks up the rules of the bucket.
  it.each([
    ['put', 250],
    ['put', 300_000],
    ['form', 300_000],
    ['multipart', 250],
  ] as const)(
    'is not blamed where it took the bytes, and hid its answer: %s (%i bytes)',
    async (kind, size) => {
      const { task, room } = await upload(
        kind,
        { cors: 'hidden', otherwise: { status: 403 } },
        size,
      )
      expect(task).toMatchObject({ status: 'failed', error: { code: 'network' } })
      expect(await room.paths()).not.toEqual([])
    },
  )

  it('is not blamed where nobody answers', async () => {
    const room = await openRoom()
    const { adapter } = scriptedAdapter(
      {
        ...room,
        // A port that browsers let pass, and nobody listens on.
        urlOf: (path) => (path.startsWith('object') ? 'http://localhost:9/a' : room.urlOf(path)),
      },
      'put',
    )
    const queue = createUploadQueue({ adapter, retry: { baseDelayMs: 1, attemptsPerPart: 1 } })
    const disconnect = queue.connect()
    const { ids } = queue.add([makeFile({ name: 'a', size: 10 })])
    await queue.whenSettled(ids)
    disconnect()
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({
      status: 'failed',
      error: { code: 'network' },
    })
  })
})

describe('a 200 with an error in its body', () => {
  it.each(['put', 'form', 'multipart'] as const)('is a failure: %s', async (kind) => {
    const body = '<?xml version="1.0"?><Error><Code>InternalError</Code></Error>'
    const { task, calls } = await upload(kind, { otherwise: { body } })
    expect(task).toMatchObject({
      status: 'failed',
      step: 'store',
      error: { code: 'server', details: { storeCode: 'InternalError' } },
    })
    expect(await calls.paths(/^finalize/)).toEqual([])
  })
})
