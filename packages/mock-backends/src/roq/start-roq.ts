import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { serveApp } from '../serve-app.js'
import { authorizeRoutes } from './account/authorize-routes.js'
import { Tokens } from './account/tokens.js'
import { RoqViews } from './files/views.js'
import {
  graphqlRoutes,
  type GraphqlParts,
  type RoqCall,
  type RoqEnv,
} from './graphql/graphql-routes.js'
import type { RoqFailure } from './graphql/roq-failure.js'
import { withDefaults, type RoqOptions } from './roq-options.js'
import type { FileRow, StoredObject, UserRow } from './roq-rows.js'
import { RoqState } from './roq-state.js'
import { ObjectUrls } from './storage/object-urls.js'
import { PostPolicies } from './storage/post-policies.js'
import { createStorageApp, type RoqPost } from './storage/storage-app.js'
import type { StorageError } from './storage/storage-error.js'

export interface RoqServer {
  /** Of the API: what ROQ calls its host. */
  readonly url: string
  readonly storageUrl: string
  readonly environmentId: string
  readonly apiKey: string
  addUser(firstName?: string): UserRow
  /** @param expiresIn seconds; default: `tokenTtl` */
  issueToken(userId: string, expiresIn?: number): Promise<string>
  revokeToken(token: string): void
  /** Moves the clocks of API and storage on. */
  advance(ms: number): void
  /** The next call of that root field meets this; the next that fits `isMet`, where it is given. */
  failNext(field: string, failure: RoqFailure, isMet?: (call: RoqCall) => boolean): void
  /** The next form that is posted to the storage is answered this. */
  failNextPost(error: StorageError): void
  readonly calls: readonly RoqCall[]
  readonly posts: readonly RoqPost[]
  /** Ids of all files that were ever created, in that order. */
  readonly createdIds: readonly string[]
  file(id: string): FileRow | undefined
  /** What happens to files behind everybody's back. */
  changeFile(id: string, changes: Partial<Pick<FileRow, 'status' | 'name'>>): void
  object(fileId: string): StoredObject | undefined
  close(): Promise<void>
}

/** ROQ's file service: the API and, on an origin of its own, the object storage that it signs forms for. */
export async function startRoq(options: RoqOptions = {}): Promise<RoqServer> {
  const state = new RoqState(withDefaults(options))
  const { settings, clock, files, objects } = state
  const tokens = new Tokens(state)
  const secret = randomUUID()
  const postFailures: StorageError[] = []
  const posts: RoqPost[] = []
  let made: { urls: ObjectUrls; policies: PostPolicies } | undefined
  const storage = await serveApp((storageUrl) => {
    const urls = new ObjectUrls(state, storageUrl, secret)
    const policies = new PostPolicies(state, storageUrl, secret)
    made = { urls, policies }
    return createStorageApp({ state, posts, failures: postFailures, ...made }).fetch
  })
  if (made === undefined) throw new Error('The storage was not made.')
  const views = new RoqViews(state, made.urls)
  const parts: GraphqlParts = { state, views, tokens, calls: [], failures: [], ...made }
  const api = await serveApp(() => createApi(parts).fetch, { port: options.port })
  return {
    url: api.url,
    storageUrl: storage.url,
    environmentId: settings.environmentId,
    apiKey: settings.apiKey,
    addUser: (firstName = 'Ada') => state.addUser(firstName),
    issueToken: (userId, expiresIn) => tokens.issue(userId, expiresIn),
    revokeToken: (token) => tokens.revoke(token),
    advance: (ms) => clock.advance(ms),
    failNext: (field, failure, isMet = () => true) =>
      void parts.failures.push({ field, failure, isMet }),
    failNextPost: (error) => void postFailures.push(error),
    calls: parts.calls,
    posts,
    createdIds: state.createdIds,
    file: (id) => files.get(id),
    changeFile(id, changes) {
      const file = files.get(id)
      if (file === undefined) throw new Error(`There is no file ${id}.`)
      state.changeFile(file, changes)
    },
    object: (fileId) => objects.get(files.get(fileId)?.key ?? ''),
    async close() {
      await api.close()
      await storage.close()
    },
  }
}

function createApi(parts: GraphqlParts): Hono<RoqEnv> {
  const { settings } = parts.state
  const app = new Hono<RoqEnv>()
  if (settings.cors) {
    app.use(
      cors({
        origin: '*',
        allowMethods: ['POST'],
        allowHeaders: ['Content-Type', 'roq-platform-authorization'],
      }),
    )
  }
  app.use(async (_, next) => {
    if (settings.latencyMs > 0) await wait(settings.latencyMs)
    await next()
  })
  app.route('/v01/authorize', authorizeRoutes(parts.state, parts.tokens))
  app.route('/v01', graphqlRoutes(parts))
  return app
}
