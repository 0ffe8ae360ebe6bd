import { UploadError, type FileAdapter } from 'loadline/core'
import { afterAll, describe, expect } from 'vitest'
import { edgeCase } from './edge-case.js'
import {
  closeServers,
  ctx,
  outcomeOf,
  rocketChatSetting,
  type RocketChatSetting,
  type SettingOptions,
} from './rocketchat-setting.js'

afterAll(closeServers)

function code(outcome: unknown): string {
  return outcome instanceof UploadError ? outcome.code : 'none'
}

/** An adapter whose errors say something else. */
function misreading(change: (error: UploadError) => UploadError) {
  return ({ listFiles }: FileAdapter): Partial<FileAdapter> => ({
    listFiles: (query, context) =>
      (listFiles?.(query, context) ?? Promise.reject(new Error('no list'))).catch(
        (error: unknown) => {
          throw change(error as UploadError)
        },
      ),
  })
}

describe("Rocket.Chat's refusals", () => {
  edgeCase(
    21,
    {
      real: () => rocketChatSetting(),
      wrong: {
        'the text decides': () =>
          rocketChatSetting({
            wrong: misreading((error) =>
              /unauthorized/i.test(error.message) ? new UploadError('unauthenticated') : error,
            ),
          }),
        'only the newest shape is known': () =>
          rocketChatSetting({
            wrong: misreading((error) =>
              error.message.includes('old') ? new UploadError('server') : error,
            ),
          }),
      },
    },
    async ({ server, adapter }) => {
      const shapes = [
        { success: false, error: 'log in' },
        { success: false, error: 'log in', status: 'error', message: 'log in' },
        { status: 'error', message: 'log in, old' },
      ]
      for (const body of shapes) {
        server.plant({ route: 'groups.files', status: 401, body })
        expect(code(await outcomeOf(adapter.listFiles?.({ limit: 1 }, ctx)))).toBe(
          'unauthenticated',
        )
      }
      const body = { success: false, error: 'unauthorized' }
      server.plant({ route: 'groups.files', status: 403, body })
      expect(code(await outcomeOf(adapter.listFiles?.({ limit: 1 }, ctx)))).toBe('forbidden')
    },
  )

  edgeCase(
    22,
    {
      real: () => rocketChatSetting(),
      wrong: {
        'a code at the end of the text is passed over': () =>
          rocketChatSetting({
            wrong: misreading((error) =>
              error.message.startsWith('[') ? new UploadError('validation') : error,
            ),
          }),
        'details are kept only where they are an object': () =>
          rocketChatSetting({
            wrong: misreading((error) => {
              const isObject = !Array.isArray(error.details['details'])
              return new UploadError(error.code, isObject ? { details: error.details } : {})
            }),
          }),
      },
    },
    async ({ server, adapter }) => {
      const ask = async (body: object) => {
        server.plant({ route: 'groups.files', status: 400, body: { success: false, ...body } })
        return outcomeOf(adapter.listFiles?.({ limit: 1 }, ctx))
      }
      const errorType = 'error-file-too-large'
      expect(code(await ask({ error: 'x', errorType }))).toBe('too-large')
      expect(code(await ask({ error: '[error-not-allowed]' }))).toBe('forbidden')
      expect(code(await ask({ error: 'Room [error-room-not-found]' }))).toBe('not-found')
      expect(code(await ask({ error: 'No message found with the id of "x".' }))).toBe('validation')
      for (const details of ['text', { method: 'x' }, [{ path: 'a' }]]) {
        expect(await ask({ error: 'x', errorType, details })).toMatchObject({
          details: { details },
        })
      }
    },
  )

  /** A server that deletes by a method, and one of today. */
  const both = async (
    oldOptions: SettingOptions = {},
    modernOptions: SettingOptions = {},
  ): Promise<{ readonly modern: RocketChatSetting; readonly old: RocketChatSetting }> => ({
    modern: await rocketChatSetting(modernOptions),
    old: await rocketChatSetting({ server: { version: '7.5' }, ...oldOptions }),
  })
  /** Deletes nothing, and says that it did. */
  const believing = (): Partial<FileAdapter> => ({
    deleteFiles: (ids) => Promise.resolve({ done: ids, failed: [] }),
  })
  edgeCase(
    23,
    {
      real: () => both(),
      wrong: {
        'a success around a failure is a success': () => both({ wrong: believing }),
        'a status of 200 is a success': () =>
          both(
            {},
            {
              bendAnswer: (body) => {
                const { success } = body as { readonly success: boolean }
                return success ? body : { files: [], total: 0, success: true }
              },
            },
          ),
      },
    },
    async ({ modern, old: older }) => {
      const { workspace } = older.server
      const bob = workspace.addUser('bob')
      const theirs = workspace.addUpload(older.roomId, new Uint8Array(1), { name: 'a' })
      workspace.messages.set('m', {
        ...{ id: 'm', rid: older.roomId, fileId: theirs.id, user: bob, msg: '' },
        ...{ ts: workspace.isoNow(), isFileRemoved: false },
      })
      expect(await older.adapter.deleteFiles?.([theirs.id], ctx)).toMatchObject({
        done: [],
        failed: [{ id: theirs.id, error: { code: 'forbidden' } }],
      })

      const body = { success: false, error: 'x', errorType: 'error-not-allowed' }
      modern.server.plant({ route: 'groups.files', status: 200, body })
      const listed = await outcomeOf(modern.adapter.listFiles?.({ limit: 1 }, ctx))
      expect(code(listed)).toBe('forbidden')
    },
  )
})
