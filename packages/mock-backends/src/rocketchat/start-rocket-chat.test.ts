import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RocketChatOptions } from './rocket-chat-options.js'
import { startRocketChat, type RocketChatServer } from './start-rocket-chat.js'

const dayMs = 86_400_000

let server: RocketChatServer
let roomId: string

async function start(options: RocketChatOptions): Promise<void> {
  await server?.close()
  server = await startRocketChat(options)
  roomId = server.workspace.addRoom('group', 'room', [server.user]).id
}

beforeEach(() => start({}))

afterEach(() => server.close())

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const { id, authToken } = server.user
  const headers = { 'x-user-id': id, 'x-auth-token': authToken }
  const answer = await fetch(`${server.url}/api/v1/${path}`, { ...init, headers })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

async function upload(name: string, type = 'text/plain'): Promise<string> {
  const body = new FormData()
  body.append('file', new Blob(['bytes'], { type }), name)
  const answer = await ask(`rooms.media/${roomId}`, { method: 'POST', body })
  const { _id: id } = answer.body['file'] as { readonly _id: string }
  return id
}

const confirm = (fileId: string): Promise<Answer> =>
  ask(`rooms.mediaConfirm/${roomId}/${fileId}`, { method: 'POST' })

describe('a Rocket.Chat server', () => {
  it('posts a message for each confirm of the same file', async () => {
    const id = await upload('a.txt')
    expect((await confirm(id)).status).toBe(200)
    expect((await confirm(id)).status).toBe(200)
    expect(server.workspace.messages.size).toBe(2)
  })

  it('forgets a temporary file after a day, and keeps a confirmed one', async () => {
    const [kept, lost] = [await upload('a.txt'), await upload('b.txt')]
    await confirm(kept)
    server.workspace.shiftMs = dayMs + 1_000
    expect((await confirm(lost)).body).toMatchObject({ errorType: 'invalid-file' })
    const { body } = await ask(`groups.files?roomId=${roomId}`)
    expect(body).toMatchObject({ total: 1, files: [{ _id: kept, name: 'a.txt', size: 5 }] })
  })

  it('hides thumbnails from lists, but for those who ask for them', async () => {
    await confirm(await upload('a.png', 'image/png'))
    const list = async (query: string) => (await ask(`groups.files?roomId=${roomId}${query}`)).body
    expect(await list('')).toMatchObject({ total: 1, files: [{ name: 'a.png' }] })
    expect(await list('&typeGroup=thumb')).toMatchObject({ files: [{ name: 'thumb-a.png' }] })
  })

  it('lists all for a count of 0, and cuts one that is too large without a word', async () => {
    const fill = (): void => {
      for (let index = 0; index < 120; index += 1) {
        server.workspace.addUpload(roomId, new Uint8Array(), { name: String(index) })
      }
    }
    fill()
    const countOf = async (query: string) =>
      (await ask(`groups.files?roomId=${roomId}${query}`)).body['count']
    expect(await countOf('')).toBe(50)
    expect(await countOf('&count=0')).toBe(120)
    expect(await countOf('&count=500')).toBe(100)
    await start({ hasInfiniteCount: false })
    fill()
    expect(await countOf('&count=0')).toBe(50)
  })

  it('echoes the count of images that was asked for', async () => {
    await confirm(await upload('a.png', 'image/png'))
    const { body } = await ask(`rooms.images?roomId=${roomId}&count=30`)
    expect(body).toMatchObject({ count: 30, total: 1, files: [{ name: 'a.png' }] })
  })

  it('has one step for an upload before 8, and none after', async () => {
    const post = async (): Promise<number> => {
      const body = new FormData()
      body.append('file', new Blob(['bytes'], { type: 'text/plain' }), 'a.txt')
      return (await ask(`rooms.upload/${roomId}`, { method: 'POST', body })).status
    }
    expect(await post()).toBe(404)
    await start({ version: '7.5' })
    expect(await post()).toBe(200)
    expect(server.workspace.messages.size).toBe(1)
  })

  it('refuses preflights until CORS is switched on', async () => {
    const preflight = async () =>
      fetch(`${server.url}/api/v1/me`, {
        method: 'OPTIONS',
        headers: { origin: 'http://a.example' },
      })
    expect((await preflight()).status).toBe(405)
    await start({ hasCors: true })
    const { status, headers } = await preflight()
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-headers')).toContain('X-Auth-Token')
  })

  it('signs a user in by name and password', async () => {
    const body = JSON.stringify({ user: 'alice', password: 'secret' })
    const { data } = (await ask('login', { method: 'POST', body })).body
    expect(data).toMatchObject({ userId: server.user.id, authToken: server.user.authToken })
  })
})
