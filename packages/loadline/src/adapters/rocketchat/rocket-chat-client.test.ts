import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startScriptedBackend, type ScriptedBackend } from '../../../testing/scripted-backend.js'
import { UploadError } from '../../core/index.js'
import { createRocketChatClient } from './rocket-chat-client.js'
import type { RocketChatAdapterOptions } from './rocket-chat-options.js'

const ctx = { signal: new AbortController().signal }
const auth = { userId: 'u', authToken: 'token' }

let backend: ScriptedBackend

beforeEach(async () => {
  backend = await startScriptedBackend()
  backend.answer({ body: { success: true } })
})

afterEach(() => backend.close())

function clientOf(getAuth: RocketChatAdapterOptions['getAuth'] = () => auth) {
  return createRocketChatClient({ baseUrl: backend.url, getAuth })
}

describe('the session', () => {
  it('is asked for before each call', async () => {
    let count = 0
    const client = clientOf(() => ({ userId: 'u', authToken: `token-${(count += 1)}` }))
    await client.get('me', {}, ctx)
    await client.post('me', {}, ctx)
    expect(backend.asked.map(({ headers }) => headers['x-auth-token'])).toEqual([
      'token-1',
      'token-2',
    ])
  })

  it('that cannot be had is a person to sign in', async () => {
    const rejects = clientOf(() => Promise.reject(new Error('No session')))
    await expect(rejects.get('me', {}, ctx)).rejects.toMatchObject({
      name: 'UploadError',
      code: 'unauthenticated',
      cause: { message: 'No session' },
    })
    const throws = clientOf(() => {
      throw new TypeError('Signed out')
    })
    await expect(throws.get('me', {}, ctx)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(backend.asked).toEqual([])
  })

  it('that there is none of is a person to sign in, also for the bytes', async () => {
    const client = clientOf(() => null as never)
    const unauthenticated = { name: 'UploadError', code: 'unauthenticated' }
    await expect(client.get('me', {}, ctx)).rejects.toMatchObject(unauthenticated)
    await expect(client.authHeaders()).rejects.toMatchObject(unauthenticated)
  })

  it('leaves an error that has its code already', async () => {
    const error = new UploadError('network')
    const client = clientOf(() => Promise.reject(error))
    await expect(client.get('me', {}, ctx)).rejects.toBe(error)
  })
})

describe('an answer', () => {
  // What a proxy shows who has to sign in, or an answer of somebody else.
  it.each(['<!doctype html>', '', '[]', '{}', '{"success":"true"}'])(
    'that is %j says of no change that it was made',
    async (body) => {
      backend.answer({ body })
      const changed = clientOf().post('uploads.delete', { fileId: 'f' }, ctx)
      await expect(changed).rejects.toMatchObject({ name: 'UploadError', code: 'server' })
    },
  )

  it('that says what went wrong is that error', async () => {
    backend.answer({ body: { success: false, error: 'x', errorType: 'error-not-allowed' } })
    const changed = clientOf().post('uploads.delete', { fileId: 'f' }, ctx)
    await expect(changed).rejects.toMatchObject({ code: 'forbidden' })
  })
})
