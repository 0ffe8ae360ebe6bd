import { describe, expect, it } from 'vitest'
import { UploadError } from '../../core/index.js'
import { callForEach } from './call-for-each.js'

const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`)

describe('callForEach', () => {
  it('has six calls under way at most, and answers in the order asked', async () => {
    let running = 0
    let most = 0
    const { done, failed } = await callForEach([...ids, 'id-0'], async (id) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      if (id === 'id-3') throw new UploadError('not-found')
    })
    expect(most).toBe(6)
    expect(done).toEqual(ids.filter((id) => id !== 'id-3'))
    expect(failed).toMatchObject([{ id: 'id-3', error: { code: 'not-found' } }])
  })

  it('asks no further when nobody would be answered, and keeps what was done', async () => {
    const asked: string[] = []
    const { done, failed } = await callForEach(ids, (id) => {
      asked.push(id)
      return asked.length > 6 ? Promise.reject(new UploadError('network')) : Promise.resolve()
    })
    expect(asked).toHaveLength(12)
    expect(done).toEqual(ids.slice(0, 6))
    expect(failed.map(({ id, error }) => [id, error.code])).toEqual(
      ids.slice(6).map((id) => [id, 'network']),
    )
  })

  it('throws where that is so from the start, and not where each was refused', async () => {
    const unauthenticated = callForEach(ids, () =>
      Promise.reject(new UploadError('unauthenticated')),
    )
    await expect(unauthenticated).rejects.toMatchObject({ code: 'unauthenticated' })
    const { failed } = await callForEach(ids, () => Promise.reject(new UploadError('forbidden')))
    expect(failed).toHaveLength(20)
  })

  it('does nothing for no ids', async () => {
    const nobody = callForEach([], () => Promise.reject(new Error('It was called.')))
    expect(await nobody).toEqual({ done: [], failed: [] })
  })
})
