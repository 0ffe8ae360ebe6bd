import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { serveApp } from '../serve-app.js'
import { failed } from './answers.js'
import { answerRoute, apiRoutes, info, userOf } from './api-routes.js'
import { callOf } from './call.js'
import { corsHeaders, preflight } from './cors.js'
import { bytesAnswer, download } from './download.js'
import { failureAnswer, PlantedFailures, type PlantedFailure } from './planted-failures.js'
import { RateLimit } from './rate-limit.js'
import { settingsOf, type RocketChatOptions } from './rocket-chat-options.js'
import { login, publicSettings } from './server-info.js'
import { Workspace, type User } from './workspace.js'

export interface SeenRequest {
  readonly method: string
  /** As in the API; `bucket` is the object store. */
  readonly route: string
  readonly url: URL
  readonly headers: Headers
  readonly status: number
}

export interface RocketChatServer {
  /** With the base path, without a slash at its end. */
  readonly url: string
  /** Users, rooms, files and messages, to look at and to fill. */
  readonly workspace: Workspace
  /** A user who is there from the start. */
  readonly user: User
  /** All that was answered, in order. */
  readonly seen: readonly SeenRequest[]
  plant(failure: PlantedFailure): void
  close(): Promise<void>
}

interface Running {
  readonly app: Hono<{ Bindings: HttpBindings }>
  readonly workspace: Workspace
  /** Notes, counts and may spoil what a route answers. */
  handle(
    route: string,
    context: Context<{ Bindings: HttpBindings }>,
    answer: () => Response | Promise<Response>,
  ): Promise<Response>
}

/** A Rocket.Chat server as far as files in rooms need one, on real sockets. */
export async function startRocketChat(options: RocketChatOptions = {}): Promise<RocketChatServer> {
  const settings = settingsOf(options)
  const workspace = new Workspace(settings)
  const failures = new PlantedFailures()
  const seen: SeenRequest[] = []
  const limit = new RateLimit(workspace)
  const running: Running = {
    app: new Hono<{ Bindings: HttpBindings }>().basePath(settings.basePath),
    workspace,
    async handle(route, context, answer) {
      const { raw } = context.req
      const { headers, refusal } = limit.count(route)
      const failure = refusal === null ? failures.take(route) : null
      const isDone = refusal === null && (failure === null || failure.isAfterwards === true)
      const done = isDone ? await answer() : refusal
      const hangUp = () => void context.env.incoming.socket.destroy()
      const spoilt = failure && failureAnswer(failure, hangUp)
      const response = spoilt ?? done ?? new Response(null, { status: 500 })
      const { method, url } = raw
      const { status } = response
      seen.push({ method, route, url: new URL(url), headers: raw.headers, status })
      response.headers.set('date', new Date(workspace.now()).toUTCString())
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
      return response
    },
  }
  addApi(running)
  const store = await serveStore(workspace, seen)
  addDownloads(running, store.url)
  const served = await serveApp(() => (request, node) => running.app.fetch(request, node), options)
  return {
    url: served.url + settings.basePath,
    workspace,
    user: workspace.addUser('alice'),
    seen,
    plant: (failure) => failures.plant(failure),
    close: async () => {
      await served.close()
      await store.close()
    },
  }
}

function addApi({ app, workspace, handle }: Running): void {
  const { settings, traits } = workspace
  app.use('/api/*', async (context, next) => {
    if (context.req.method === 'OPTIONS') return preflight(settings)
    await next()
    for (const [name, value] of Object.entries(corsHeaders(settings))) {
      context.res.headers.set(name, value)
    }
    return undefined
  })
  app.get('/api/info', (context) => handle('info', context, () => info(workspace)))
  app.get('/api/v1/info', (context) => handle('info', context, () => info(workspace)))
  app.post('/api/v1/login', (context) =>
    handle('login', context, () => login(workspace, context.req.raw)),
  )
  app.get('/api/v1/settings.public', (context) =>
    handle('settings.public', context, () =>
      publicSettings(workspace, new URL(context.req.url).searchParams),
    ),
  )
  for (const route of apiRoutes(traits)) {
    app.on(route.method, `/api/v1/${route.name}${route.path}`, (context) =>
      handle(route.name, context, () => {
        const user = userOf(workspace, context.req.raw.headers)
        const call = user === null ? null : callOf(context, workspace, user)
        return answerRoute(route, workspace, call)
      }),
    )
  }
  app.all('/api/*', (context) =>
    handle('unknown', context, () => failed('API endpoint does not exist', 404)),
  )
}

function addDownloads({ app, workspace, handle }: Running, storeUrl: string): void {
  for (const path of ['/file-upload/:id/:name', '/ufs/:store/:id/:name']) {
    app.get(path, (context) =>
      handle('file-upload', context, () => {
        const { raw } = context.req
        const user = userOf(workspace, raw.headers)
        const id = context.req.param('id') ?? ''
        return download(workspace, { id, request: raw, user, storeUrl })
      }),
    )
  }
}

/** The object store of another origin that downloads may be sent on to. */
function serveStore(workspace: Workspace, seen: SeenRequest[]) {
  return serveApp(() => (request) => {
    const { method, headers } = request
    const url = new URL(request.url)
    const upload = workspace.uploads.get(url.pathname.split('/').at(-1) ?? '')
    const isFresh = Number(url.searchParams.get('X-Amz-Date')) > workspace.now()
    const cors = { 'access-control-allow-origin': '*' }
    const response =
      upload === undefined || !isFresh
        ? new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403, headers: cors })
        : bytesAnswer(request, upload.bytes, cors)
    seen.push({ method, route: 'bucket', url, headers, status: response.status })
    return response
  })
}
