import { createUploadQueue } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describe, expect, it } from 'vitest'
import { scriptedAdapter } from './support/scripted-adapter.js'
import { openRoom, type RoomScript } from './support/scripted-room.js'

const fields = [
  ['key', 'a/b c'],
  ['x-amz-meta-name', 'Überräschung “ñ” 😀 <b>\u202Egpj'],
  ['Content-Type', 'text/x-loadline'],
  ['x-twice', 'one'],
  ['x-twice', 'two'],
  ['policy', 'eyJ9+/='],
  ['empty', ''],
] as const

async function sendForm(size: number, script: RoomScript = {}) {
  const room = await openRoom(script)
  const { adapter } = scriptedAdapter(room, 'form', { fields })
  const queue = createUploadQueue({ adapter })
  const disconnect = queue.connect()
  const { ids } = queue.add([makeFile({ name: 'a.txt', size, type: 'text/x-loadline' })])
  const settled = await queue.whenSettled(ids)
  disconnect()
  const { requests } = await room.ledger()
  return { ids, settled, posts: requests.filter(({ path }) => path.startsWith('object/')) }
}

// Small forms go by `fetch`, large ones by `XMLHttpRequest`.
describe.each([200, 300_000])('a form of %i bytes', (size) => {
  it('has every field as often as it was signed, unchanged, in order, the file last', async () => {
    const { settled, ids, posts } = await sendForm(size)
    expect(settled.ready).toEqual(ids)
    expect(posts).toHaveLength(1)
    expect(posts[0]?.method).toBe('POST')
    expect(posts[0]?.fields).toEqual([
      ...fields.map(([name, value]) => ({ name, value })),
      { name: 'file', fileName: 'a.txt', type: 'text/x-loadline', size },
    ])
  })

  it('carries no authorization and no cookie', async () => {
    document.cookie = 'session=secret'
    const { posts } = await sendForm(size)
    expect(posts).toHaveLength(1)
    expect(posts[0]?.headers).not.toHaveProperty('authorization')
    expect(posts[0]?.headers).not.toHaveProperty('cookie')
  })

  it.each([200, 201, 204])('is stored when the store answers %i', async (status) => {
    const { settled, ids, posts } = await sendForm(size, { otherwise: { status } })
    expect(settled.ready).toEqual(ids)
    expect(posts).toHaveLength(1)
  })
})
