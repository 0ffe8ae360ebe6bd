import { mkdir } from 'node:fs/promises'
import { join, resolve as resolvePath } from 'node:path'
import type { Category } from '../categories/category.js'
import { createServer } from '../create-server.js'
import { createLog, type Log } from '../http/log.js'
import { problemAnswer, ProblemError } from '../http/problem.js'
import { identifyDemoUser } from '../identity/demo-identity.js'
import type { Identify } from '../identity/identify.js'
import { identifyByToken } from '../identity/token-identity.js'
import type { ProcessingOptions } from '../processing/processing-options.js'
import type { ProcessFile } from '../processing/process-file.js'
import { createDiskStore, type DiskStore } from '../store/disk/create-disk-store.js'
import { refusalAnswer, StoreRefusal } from '../store/disk/store-refusal.js'
import type { Server } from '../server.js'
import type { SweepOptions } from '../sweeper/sweep-options.js'
import { startSweeping } from '../sweeper/start-sweeping.js'
import { claimDirectory } from './claim-directory.js'
import { listen, type Listener } from './listen.js'
import { loadCategories } from './load-categories.js'
import type { Environment } from './read-environment.js'
import { readSigningSecret } from './signing-secret.js'

const graceMs = 1000
const apiRequestTimeoutMs = 60_000

export interface StartOptions {
  readonly environment: Environment
  /** Default: as `LOADLINE_AUTH` says. */
  readonly identify?: Identify | undefined
  /** Where `LOADLINE_CATEGORIES` names no file. Default: none. */
  readonly categories?: readonly Category[] | undefined
  /** Sees each finalised file before it may be used. Default: nothing does. */
  readonly process?: ProcessFile | undefined
  readonly processing?: ProcessingOptions | undefined
  readonly sweeping?: SweepOptions | undefined
  /** Between two sweeps. Default 300. */
  readonly sweepEverySeconds?: number | undefined
  /** Answers what lies outside of the API's paths on `PORT`: the pages of an application. */
  readonly site?: ((request: Request) => Promise<Response>) | undefined
  /** Default: JSON lines on the standard error stream, from `LOG_LEVEL` on. */
  readonly log?: Log | undefined
}

export interface RunningServer {
  /** Lets requests in flight end for a second, then closes the database. */
  close(): Promise<void>
}

interface Parts {
  readonly server: Server
  readonly store: DiskStore
}

/**
 * Listens on `PORT` (API and pages) and `STORAGE_PORT` (the disk store: another origin).
 * @throws StartupError where a port or the data directory is taken.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { environment } = options
  const log =
    options.log ?? createLog((line) => process.stderr.write(`${line}\n`), environment.logLevel)
  const basePaths = [...new Set(['/api', new URL(environment.apiPublicUrl).pathname])]
  let open: (parts: Parts) => void = () => undefined
  const parts = new Promise<Parts>((resolve) => {
    open = resolve
  })
  const isApi = (pathname: string) =>
    basePaths.some((base) => pathname === base || pathname.startsWith(`${base}/`))
  const answer = async (request: Request) => {
    const { server } = await parts
    const isPage = options.site !== undefined && !isApi(new URL(request.url).pathname)
    return isPage ? options.site(request) : server.fetch(request)
  }
  const store = async (request: Request) => (await parts).store.fetch(request)

  // The ports first: that one is taken shows at once, the database takes seconds.
  const listeners = await listenOnBoth(environment, answer, store)
  const stopListening = () => Promise.all(listeners.map((listener) => listener.close(graceMs)))
  try {
    const opened = await openParts(options, log, basePaths)
    open(opened)
    const stopSweeping = startSweeping({
      sweep: opened.server.sweep,
      everyMs: (options.sweepEverySeconds ?? 300) * 1000,
      log,
    })
    log.info('started', { port: environment.port, storagePort: environment.storagePort })
    return {
      close: async () => {
        stopSweeping()
        await stopListening()
        await opened.close()
        log.info('stopped')
      },
    }
  } catch (error) {
    await Promise.all(listeners.map((listener) => listener.close(0)))
    throw error
  }
}

async function listenOnBoth(
  environment: Environment,
  api: (request: Request) => Promise<Response>,
  store: (request: Request) => Promise<Response>,
): Promise<readonly Listener[]> {
  const { host } = environment
  const first = await listen({
    host,
    port: environment.port,
    variable: 'PORT',
    fetch: api,
    refuse: () => problemAnswer(new ProblemError(400, 'validation', 'Not a valid request.')),
    requestTimeoutMs: apiRequestTimeoutMs,
    // A file that comes in a form has a limit on its pace instead.
    isUnhurried: ({ headers }) => /^multipart\//i.test(headers['content-type'] ?? ''),
  })
  try {
    const second = await listen({
      host,
      port: environment.storagePort,
      variable: 'STORAGE_PORT',
      fetch: store,
      refuse: () => refusalAnswer(new StoreRefusal('InvalidArgument', 'Not a valid request.'), ''),
      // A large file over a slow line takes hours; the store has its own limit on the pace.
      requestTimeoutMs: 0,
    })
    return [first, second]
  } catch (error) {
    await first.close(0)
    throw error
  }
}

async function openParts(options: StartOptions, log: Log, basePaths: readonly string[]) {
  const { environment } = options
  const { categoriesPath } = environment
  const configured = categoriesPath === null ? undefined : await loadCategories(categoriesPath)
  const categories = configured ?? options.categories
  const directory = resolvePath(environment.dataDirectory)
  await mkdir(directory, { recursive: true })
  const release = await claimDirectory(directory)
  try {
    const store = await createDiskStore({
      directory,
      publicUrl: environment.storagePublicUrl,
      secret: await readSigningSecret(join(directory, 'secret')),
      allowedOrigins: environment.allowedOrigins,
      log,
    })
    const server = await createServer({
      databaseDirectory: join(directory, 'db'),
      store,
      identify: options.identify ?? identifyBy(environment.auth),
      basePaths,
      allowedOrigins: environment.allowedOrigins,
      apiUrl: environment.apiPublicUrl,
      categories,
      limits: environment.limits,
      process: options.process,
      processing: options.processing,
      sweeping: options.sweeping,
      ticketLifeSeconds: environment.ticketLifeSeconds,
      log,
    })
    const close = async () => {
      await server.close()
      await release()
    }
    return { store, server, close }
  } catch (error) {
    await release()
    throw error
  }
}

function identifyBy(auth: Environment['auth']): Identify {
  return auth === 'demo' ? identifyDemoUser : identifyByToken(auth)
}
