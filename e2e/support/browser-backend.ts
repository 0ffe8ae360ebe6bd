import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment, startServer } from 'loadline-server/node'
import type { TestProject } from 'vitest/node'


const port = 4_390
/** Where Vitest serves its pages, one port for each instance that runs at once. */
const testOrigins = Array.from({ length: 12 }, (_, i) => 63_315 + i).flatMap((testPort) => [
  `http://localhost:${testPort}`,
  `http://127.0.0.1:${testPort}`,
])

/** The backend that browser tests upload to: started once for all of them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'loadline-browser-tests-'))
  const environment = readEnvironment({
    PORT: String(port),
    LOADLINE_DATA_DIR: dataDir,
    ALLOWED_ORIGINS: testOrigins.join(','),
    LOG_LEVEL: 'silent',
  })
  const identify = () => ({ id: 'tester', name: 'Tester' })
  const server = await startServer({ environment, identify })
  provide('backendUrl', `http://localhost:${port}/api`)
  return async () => {
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
