import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printed } from './printed.js'

const root = new URL('../../', import.meta.url)

export interface AppOptions {
  readonly port: number
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Of `npm start`, after its `--`. */
  readonly args?: readonly string[] | undefined
}

/** The demo with its servers, as `npm start` runs them, over a data directory of its own. */
export interface App {
  readonly url: string
  readonly dataDir: string
  start(): Promise<void>
  /** As Ctrl-C does; answers the exit code. */
  stop(): Promise<number | null>
  /** Stops it, and deletes its data. */
  dispose(): Promise<void>
}

export async function createApp({ port, env, args = [] }: AppOptions): Promise<App> {
  const dataDir = await mkdtemp(join(tmpdir(), 'loadline-e2e-'))
  let child: ChildProcess | null = null

  async function stop(): Promise<number | null> {
    const stopping = child
    child = null
    if (stopping === null) return null
    if (stopping.exitCode !== null) return stopping.exitCode
    const ended = new Promise<number | null>((resolve) => void stopping.once('exit', resolve))
    stopping.kill('SIGINT')
    return ended
  }

  return {
    url: `http://localhost:${port}`,
    dataDir,
    async start() {
      child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
        cwd: root,
        env: {
          ...process.env,
          PORT: String(port),
          STORAGE_PORT: String(port + 1),
          LOADLINE_DATA_DIR: dataDir,
          LOADLINE_SAMPLES: 'no',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      await printed(child, `http://localhost:${port}`)
    },
    stop,
    async dispose() {
      await stop()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
