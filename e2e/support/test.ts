import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { createApp, type App } from './app.js'
import { makeFiles, type FileOnDisk } from './files.js'

interface WorkerFixtures {
  /** Free ports of this worker: its app's, its store's, and eight more. */
  readonly port: number
  readonly app: App
  readonly files: readonly FileOnDisk[]
}

interface TestFixtures {
  readonly mayLogErrors: boolean
  /** Fails a test whose page threw, or logged an error. */
  readonly quietPage: undefined
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  port: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
    async ({}, use, { parallelIndex }) => use(4_400 + parallelIndex * 10),
    { scope: 'worker' },
  ],
  app: [
    async ({ port }, use) => {
      const app = await createApp({ port })
      await app.start()
      await use(app)
      await app.dispose()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  files: [
    // oxlint-disable-next-line no-empty-pattern -- as above.
    async ({}, use, { parallelIndex }) => {
      const directory = join(tmpdir(), `loadline-files-${process.pid}-${parallelIndex}`)
      await use(await makeFiles(directory))
      await rm(directory, { recursive: true, force: true, maxRetries: 10 })
    },
    { scope: 'worker' },
  ],
  mayLogErrors: [false, { option: true }],
  quietPage: [
    async ({ page, mayLogErrors }, use) => {
      const noise: string[] = []
      page.on('pageerror', (error) => noise.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !mayLogErrors) noise.push(message.text())
      })
      await use(undefined)
      if (noise.length > 0) throw new Error(`The page was not quiet:\n${noise.join('\n')}`)
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
