import type { IUploadWithUser } from '@rocket.chat/core-typings/dist/IUpload.js'
import {
  validateBadRequestErrorResponse,
  validateForbiddenErrorResponse,
  validateNotFoundErrorResponse,
  validateUnauthorizedErrorResponse,
} from '@rocket.chat/rest-typings/dist/v1/Ajv.js'
import { isChannelsFilesListProps } from '@rocket.chat/rest-typings/dist/v1/channels/ChannelsFilesListProps.js'
import { isDmFileProps } from '@rocket.chat/rest-typings/dist/v1/dm/DmFileProps.js'
import { isGroupsFilesProps } from '@rocket.chat/rest-typings/dist/v1/groups/GroupsFilesProps.js'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { startRocketChat, type RocketChatServer } from './start-rocket-chat.js'
import type { UploadFields } from './workspace.js'

let server: RocketChatServer

beforeAll(async () => {
  server = await startRocketChat({ version: '8.8', basePath: '/chat' })
})

afterAll(() => server.close())

interface Asked {
  readonly isSignedIn?: boolean
  readonly body?: unknown
}

async function ask(path: string, { isSignedIn = true, body }: Asked = {}) {
  const { id, authToken } = server.user
  const headers = isSignedIn ? { 'x-user-id': id, 'x-auth-token': authToken } : {}
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers, ...init })
  return { status: answer.status, body: (await answer.json()) as { readonly errorType?: string } }
}

/** As JSON carries it. */
type Json<T> = T extends Date
  ? string
  : T extends object
    ? { readonly [K in keyof T]: Json<T[K]> | undefined }
    : T

const queries: readonly Readonly<Record<string, string>>[] = [
  {},
  { roomId: 'a' },
  { roomName: 'a' },
  { username: 'a' },
  { roomId: 'a', roomName: 'a' },
  { roomId: 'a', username: 'a' },
  { roomId: 'a', count: '0' },
  { roomId: 'a', count: 'many' },
  { roomId: 'a', offset: 'later' },
  { roomId: 'a', offset: '5', count: '10', sort: '{"name":1}', query: '{}' },
  { roomId: 'a', name: 'x', typeGroup: 'image', onlyConfirmed: 'true' },
  { roomId: 'a', onlyConfirmed: 'perhaps' },
  { roomId: 'a', fields: '{}' },
  { roomId: 'a', type: 'image/png' },
]

describe("the vendor's own schemas", () => {
  it.each([
    ['groups.files', isGroupsFilesProps],
    ['channels.files', isChannelsFilesListProps],
    ['im.files', isDmFileProps],
  ] as const)('let through what %s lets through, and nothing else', async (route, isValid) => {
    for (const query of queries) {
      const { body } = await ask(`${route}?${new URLSearchParams(query)}`)
      const isLetThrough = body.errorType !== 'error-invalid-params'
      // A schema coerces what it is given.
      expect({ query, isLetThrough }).toEqual({ query, isLetThrough: isValid({ ...query }) })
    }
  })

  it('know the shape of each refusal', async () => {
    const stranger = server.workspace.addUser('mallory')
    const theirs = server.workspace.addRoom('direct', null, [stranger]).id
    const refusals = [
      [400, validateBadRequestErrorResponse, await ask('groups.files?roomId=none')],
      [400, validateBadRequestErrorResponse, await ask('chat.delete', { body: {} })],
      [401, validateUnauthorizedErrorResponse, await ask('me', { isSignedIn: false })],
      [403, validateForbiddenErrorResponse, await ask(`im.files?roomId=${theirs}`)],
      [404, validateNotFoundErrorResponse, await ask('uploads.delete', { body: { fileId: 'x' } })],
    ] as const
    for (const [status, isValid, answer] of refusals) {
      expect(answer.status).toBe(status)
      expect({ ...answer, isValid: isValid(answer.body) }).toMatchObject({ isValid: true })
    }
  })

  it('know the fields of a file', () => {
    expectTypeOf<Omit<UploadFields, 'originalFileId'>>().toExtend<Partial<Json<IUploadWithUser>>>()
    expectTypeOf<{ readonly uploadedAt: number }>().not.toExtend<Partial<Json<IUploadWithUser>>>()
  })
})
