import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from '../../e2e/support/free-ports.js'

export interface ServedBackend {
  readonly apiUrl: string
  close(): Promise<void>
}

/** The reference backend with its database and its store, in a process of its own, for a page of another origin. */
export async function serveBackend(pageOrigin: string): Promise<ServedBackend> {
  const [port, storagePort] = await freePorts(2)
  const dataDir = await mkdtemp(join(tmpdir(), 'loadline-bench-'))
  const main = fileURLToPath(new URL('backend-main.ts', import.meta.url))
  const backend = spawn(process.execPath, [...process.execArgv, main], {
    env: {
      ...process.env,
      // Vite's build has set it for this process; there the backend would want real tokens.
      NODE_ENV: 'test',
      PORT: String(port),
      STORAGE_PORT: String(storagePort),
      LOADLINE_DATA_DIR: dataDir,
      ALLOWED_ORIGINS: pageOrigin,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    backend.stdout.once('data', () => resolve())
    backend.once('exit', (code) => reject(new Error(`The backend ended with ${code}.`)))
  })
  return {
    apiUrl: `http://localhost:${port}/api`,
    close: async () => {
      const ended = new Promise((resolve) => void backend.once('exit', resolve))
      backend.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
