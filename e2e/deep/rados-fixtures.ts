import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { S3Client } from '@aws-sdk/client-s3'
import { test as base } from '@playwright/test'
import { makeBucket, s3ClientFor } from '../support/rados-buckets.js'
import { startRadosGateway, type RadosGateway } from '../support/rados-gateway.js'
import { installRadosGateway } from '../support/rados-install.js'
import type { UploadOutcome, UploadPlan } from './page/upload-page.js'
import { servePage, type PageServer } from './page-server.js'
import { createSigningDesk } from './signing-desk.js'

/** In the first the page may read the ETag of what it sent, in the second it may not. */
export const openBucket = 'open-uploads'
export const mutedBucket = 'muted-uploads'

interface Backend {
  readonly client: S3Client
  readonly server: PageServer
}

interface StoreAnswer {
  readonly method: string
  readonly status: number
}

interface Upload extends UploadOutcome {
  /** What the page asked of its backend, in order. */
  readonly calls: readonly string[]
  /** What the store answered to the page, preflights left out. */
  readonly answers: readonly StoreAnswer[]
}

interface WorkerFixtures {
  /** A text says why there is no gateway here. */
  readonly gateway: RadosGateway | string
  readonly backend: Backend | string
}

interface TestFixtures {
  readonly client: S3Client
  /** Uploads one file from a page of another origin than the store's. */
  readonly upload: (plan: Partial<UploadPlan> & Pick<UploadPlan, 'kind'>) => Promise<Upload>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  gateway: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const missing = await installRadosGateway()
      if (missing !== null) {
        await use(`no RADOS Gateway: ${missing}`)
        return
      }
      const gateway = await startRadosGateway()
      await use(gateway)
      await gateway.stop()
    },
    // The first time it is installed.
    { scope: 'worker', timeout: 600_000 },
  ],
  backend: [
    async ({ gateway }, use) => {
      if (typeof gateway === 'string') {
        await use(gateway)
        return
      }
      const directory = await mkdtemp(join(tmpdir(), 'loadline-rados-page-'))
      const server = await servePage(directory, gateway.url)
      const client = s3ClientFor(gateway)
      server.answerWith(createSigningDesk(client, server.url))
      await makeBucket(client, openBucket, [server.url], ['ETag'])
      await makeBucket(client, mutedBucket, [server.url], [])
      await use({ client, server })
      client.destroy()
      await server.close()
      await rm(directory, { recursive: true, force: true, maxRetries: 10 })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  client: async ({ backend }, provide, testInfo) => {
    if (typeof backend === 'string') testInfo.skip(true, backend)
    else await provide(backend.client)
  },
  upload: async ({ backend, page }, provide, testInfo) => {
    if (typeof backend === 'string') {
      testInfo.skip(true, backend)
      return
    }
    const { server } = backend
    const answers: StoreAnswer[] = []
    page.on('response', (response) => {
      const method = response.request().method()
      const isStore = ['PUT', 'POST'].includes(method) && !response.url().includes('/sign/')
      if (isStore) answers.push({ method, status: response.status() })
    })
    await page.goto(server.url)
    await provide(async (given) => {
      const plan = { size: 1, bucket: openBucket, ...given }
      const from = server.calls.length
      const outcome = await page.evaluate((one) => window.uploadOne(one), plan)
      const calls = server.calls.slice(from).map(({ method }) => method)
      return { ...outcome, calls, answers: answers.splice(0) }
    })
  },
})

export { expect } from '@playwright/test'
