import { fileURLToPath } from 'node:url'
import axios from 'axios'
import { restAdapter } from 'loadline/adapters/rest'
import type { FileAdapter } from 'loadline/core'
import { identifyDemoUser, type Identify } from 'loadline-server'
import {
  readEnvironment,
  startServer,
  StartupError,
  type RunningServer,
} from 'loadline-server/node'
import { people } from '../src/people.js'
import { loadSite } from './load-site.js'
import { startOtherBackends, type StartedBackends } from './other-backends/start-other-backends.js'
import { readArguments } from './read-arguments.js'
import { storeSamples } from './samples/store-samples.js'

const stopLimitMs = 5000

const pictures = ['image/*', 'video/*', 'audio/*']
const categories = [
  { key: 'USER_FILES', name: 'User files' },
  { key: 'DRAWINGS', name: 'Drawings' },
  { key: 'REPORTS', name: 'Reports' },
  { key: 'CONTRACTS', name: 'Contracts', contentTypes: ['application/pdf'] },
  { key: 'MEDIA', name: 'Media', contentTypes: pictures, maxSize: 500_000_000 },
]

/** Two people who work on the same documents. */
const identifyColleague: Identify = async (request) => {
  const person = await identifyDemoUser(request)
  return person === null ? null : { ...person, access: 'all' }
}

let running: RunningServer | null = null
let others: StartedBackends | null = null
let isStopping = false

async function stop(): Promise<void> {
  // One Ctrl-C may arrive twice: from the terminal, and passed on by a parent.
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), stopLimitMs).unref()
  await running?.close()
  await others?.close()
  process.exit(0)
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env)
  const { apiPublicUrl, storagePublicUrl } = environment
  const { hasAllBackends } = readArguments(process.argv.slice(2))
  others = hasAllBackends ? await startOtherBackends(categories) : null
  const loadPages = loadSite({
    directory:
      process.env['LOADLINE_SITE_DIR'] ?? fileURLToPath(new URL('../dist', import.meta.url)),
    config: {
      apiUrl: environment.hasApiPublicUrl ? apiPublicUrl : '/api',
      others: others?.config,
    },
    connectTo: [
      ...new Set([
        ...[apiPublicUrl, storagePublicUrl].map((url) => new URL(url).origin),
        ...(others?.origins ?? []),
      ]),
    ],
  })
  const pages = await loadPages.catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isMissing ? new StartupError('The demo is not built. `npm start` builds it.') : error
  })
  const routes = others?.routes.notFound(({ req }) => pages(req.raw))
  running = await startServer({
    environment,
    ...(environment.auth === 'demo' ? { identify: identifyColleague } : {}),
    categories,
    site: routes === undefined ? pages : async (request) => routes.fetch(request),
  })
  // `LOADLINE_SAMPLES=no` begins with nothing.
  if (process.env['LOADLINE_SAMPLES'] !== 'no') {
    await storeSamples(people.map(({ number }) => ownAdapter(apiPublicUrl, number)))
    await others?.storeSamples()
  }
  process.stdout.write(`Loadline demo: http://localhost:${environment.port}\n`)
}

function ownAdapter(baseUrl: string, person: number): FileAdapter {
  const http = axios.create({ headers: { 'x-demo-user': String(person) } })
  return restAdapter({ baseUrl, http })
}

process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
try {
  await start()
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
