import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePorts } from './free-ports.js'
import { serveScriptedStore } from './scripted-store.js'
import { serveAstraCollabs, type ServedAstraCollabs } from './serve-astracollabs.js'
import { serveRocketChats, type ServedRocketChats } from './serve-rocket-chats.js'
import { serveRoq, type ServedRoq } from './serve-roq.js'
import { testOrigins } from './test-origins.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Files API of a real backend, whose store is of another origin than the tests' page. */
    readonly backendUrl: string
    /** A store that answers as a test has written. */
    readonly scriptedStoreUrl: string
    readonly astraCollabs: ServedAstraCollabs
    readonly rocketChats: ServedRocketChats
    readonly roq: ServedRoq
  }
}

const root = new URL('../../', import.meta.url)
/** The backend that browser tests upload to: started once for all of them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [port, storagePort] = await freePorts(2)
  const dataDir = await mkdtemp(join(tmpdir(), 'loadline-browser-tests-'))
  const source = ['--conditions=loadline-source', '--import', './scripts/run-typescript-source.mjs']
  const server = spawn(process.execPath, [...source, 'e2e/support/serve-backend.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      STORAGE_PORT: String(storagePort),
      LOADLINE_DATA_DIR: dataDir,
      ALLOWED_ORIGINS: testOrigins.join(','),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(server)
  provide('backendUrl', `http://localhost:${port}/api`)
  const scripted = await serveScriptedStore()
  provide('scriptedStoreUrl', scripted.url)
  const astraCollabs = await serveAstraCollabs()
  provide('astraCollabs', astraCollabs.baseUrls)
  const rocketChats = await serveRocketChats()
  provide('rocketChats', rocketChats.rooms)
  const roq = await serveRoq()
  provide('roq', roq.page)
  return async () => {
    await astraCollabs.close()
    await rocketChats.close()
    await roq.close()
    await scripted.close()
    const ended = new Promise((resolve) => void server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', () => resolve())
    server.once('exit', (code) => reject(new Error(`The backend ended with ${code}.`)))
  })
}
