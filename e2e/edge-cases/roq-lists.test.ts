import { roqAdapter } from 'loadline/adapters/roq'
import type { FilePage } from 'loadline/core'
import type { RoqServer } from 'loadline-mock-backends'
import { describe, expect } from 'vitest'
import { edgeCase } from './edge-case.js'
import { withPages } from './roq-faults.js'
import {
  context,
  roqSetting,
  storeFile,
  timesAsked,
  type RoqAdapter,
  type RoqSetting,
} from './roq-setting.js'

const missingId = '00000000-0000-4000-8000-00000000dead'

describe('lists and tokens', () => {
  const pagesByLimit = ({ listFiles }: RoqAdapter) => ({
    listFiles: async (...[query, ctx]: Parameters<typeof listFiles>) => {
      const offset = Number(query.cursor ?? 0)
      const given = Math.min(query.limit, 2)
      const page = await listFiles({ ...query, cursor: null, offset, limit: given }, ctx)
      const next = offset + query.limit
      return { ...page, nextCursor: next < (page.total ?? 0) ? String(next) : null }
    },
  })
  edgeCase(
    16,
    {
      real: () => roqSetting({ queryLimit: 2 }),
      wrong: {
        'pages are as long as was asked': () => roqSetting({ queryLimit: 2, wrap: pagesByLimit }),
        'a short page is the last': () =>
          roqSetting({
            queryLimit: 2,
            wrap: withPages((page) => ({ ...page, nextCursor: null })),
          }),
      },
    },
    async (setting) => {
      const stored: string[] = []
      for (let i = 0; i < 5; i += 1) stored.push(await storeFile(setting, `${i}.txt`))
      const found: string[] = []
      let cursor: string | null = null
      do {
        const page: FilePage = await setting.adapter.listFiles({ limit: 3, cursor }, context)
        found.push(...page.files.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(found).toEqual(stored.toReversed())
    },
  )

  edgeCase(
    17,
    {
      real: () => roqSetting(),
      wrong: {
        'all that was asked is gone': () =>
          roqSetting({
            wrap: ({ deleteFiles }) => ({
              deleteFiles: async (ids, ctx) => {
                await deleteFiles(ids, ctx)
                return { done: ids, failed: [] }
              },
            }),
          }),
        'what is missing is left out': () =>
          roqSetting({
            wrap: ({ deleteFiles }) => ({
              deleteFiles: async (ids, ctx) => ({ ...(await deleteFiles(ids, ctx)), failed: [] }),
            }),
          }),
      },
    },
    async (setting) => {
      const ids = [await storeFile(setting), missingId, await storeFile(setting)]
      const result = setting.adapter.deleteFiles(ids, context)
      await expect(result).resolves.toMatchObject({
        done: [ids[0], ids[2]],
        failed: [{ id: missingId, error: { code: 'not-found' } }],
      })
    },
  )

  interface Expiring extends RoqSetting {
    readonly renewals: () => number
  }
  const expiring = async (
    make: (roq: RoqServer, getToken: GetToken) => RoqAdapter,
    status: 200 | 401,
  ): Promise<Expiring> => {
    const { roq } = await roqSetting({ unauthenticatedStatus: status })
    const userId = roq.addUser().id
    let token = await roq.issueToken(userId, 60)
    let renewals = 0
    const getToken: GetToken = async ({ isRefused }) => {
      if (!isRefused) return token
      renewals += 1
      token = await roq.issueToken(userId)
      return token
    }
    return { roq, adapter: make(roq, getToken), renewals: () => renewals }
  }
  type GetToken = Parameters<typeof roqAdapter>[0]['getToken']
  const forToken = ({ url: host }: RoqServer, getToken: GetToken) =>
    roqAdapter({ host, getToken }) as RoqAdapter
  const check = async ({ roq, adapter, renewals }: Expiring) => {
    roq.advance(61_000)
    const pages = Promise.all(
      Array.from({ length: 5 }, () => adapter.listFiles({ limit: 1 }, context)),
    )
    await expect(pages).resolves.toHaveLength(5)
    expect([renewals(), timesAsked(roq, 'files')]).toEqual([1, 10])
    await adapter.listFiles({ limit: 1 }, context)
    expect([renewals(), timesAsked(roq, 'files')]).toEqual([1, 11])
  }
  for (const status of [200, 401] as const) {
    edgeCase(
      18,
      {
        real: () => expiring(forToken, status),
        wrong: {
          'the refused token is sent again': () =>
            expiring(
              (roq, getToken) => forToken(roq, () => getToken({ isRefused: false })),
              status,
            ),
          'each call renews it for itself': () =>
            expiring((roq, getToken) => {
              const { listFiles } = forToken(roq, getToken)
              return {
                ...forToken(roq, getToken),
                listFiles: (...args: Parameters<typeof listFiles>) =>
                  forToken(roq, getToken).listFiles(...args),
              }
            }, status),
        },
      },
      check,
    )
  }
})
