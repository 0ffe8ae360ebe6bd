import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '../support/free-ports.js'
import { printed } from '../support/printed.js'

const root = new URL('../../', import.meta.url)
const fromSource = [
  '--conditions=loadline-source',
  '--import',
  './scripts/run-typescript-source.mjs',
]
const next = 'apps/next-example/node_modules/next/dist/bin/next'

export interface NextApp {
  readonly url: string
  /** Where the bytes are. */
  readonly storageUrl: string
  stop(): Promise<void>
}

/** The built Next.js example, and a backend of its own behind it. */
export async function startNextApp(): Promise<NextApp> {
  const [port = 0, apiPort = 0, storagePort = 0] = await freePorts(3)
  const dataDir = await mkdtemp(join(tmpdir(), 'loadline-next-'))
  const url = `http://localhost:${port}`
  const backend = start([...fromSource, 'e2e/support/serve-backend.ts'], {
    PORT: String(apiPort),
    STORAGE_PORT: String(storagePort),
    LOADLINE_DATA_DIR: dataDir,
    ALLOWED_ORIGINS: url,
  })
  const page = start([next, 'start', 'apps/next-example', '--port', String(port)], {
    API_ADDRESS: `http://localhost:${apiPort}`,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  await Promise.all([printed(backend, 'ready'), printed(page, 'Ready')])
  return {
    url,
    storageUrl: `:${storagePort}`,
    async stop() {
      await Promise.all([ended(backend), ended(page)])
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** At once: neither holds anything that is wanted later, and asked nicely they wait for open connections. */
function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve()
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  return end
}
