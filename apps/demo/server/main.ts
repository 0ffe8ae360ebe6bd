import { fileURLToPath } from 'node:url'
import {
  readEnvironment,
  startServer,
  StartupError,
  type RunningServer,
} from 'loadline-server/node'
import { loadSite } from './load-site.js'

const stopLimitMs = 5000

let running: RunningServer | null = null
let isStopping = false

async function stop(): Promise<void> {
  // One Ctrl-C may arrive twice: from the terminal, and passed on by a parent.
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), stopLimitMs).unref()
  await running?.close()
  process.exit(0)
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env)
  const site = await loadSite({
    directory:
      process.env['LOADLINE_SITE_DIR'] ?? fileURLToPath(new URL('../dist', import.meta.url)),
    apiUrl: environment.hasApiPublicUrl ? environment.apiPublicUrl : '/api',
    connectTo: [
      ...new Set([
        new URL(environment.apiPublicUrl).origin,
        new URL(environment.storagePublicUrl).origin,
      ]),
    ],
  }).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isMissing ? new StartupError('The demo is not built. `npm start` builds it.') : error
  })
  running = await startServer({
    environment,
    categories: [{ key: 'USER_FILES', name: 'User files' }],
    site,
  })
  process.stdout.write(`Loadline demo: http://localhost:${environment.port}\n`)
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
