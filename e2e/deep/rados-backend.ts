import type { TestProject } from 'vitest/node'
import { makeBucket, s3ClientFor } from '../support/rados-buckets.js'
import { startRadosGateway } from '../support/rados-gateway.js'
import { installRadosGateway } from '../support/rados-install.js'
import { testOrigins } from '../support/test-origins.js'
import { createSigningDesk } from './signing-desk.js'
import { serveTransportDesk, storeLargeObject } from './transport-desk.js'

export interface RadosBackend {
  readonly deskUrl: string
  readonly bucket: string
  /** Of an object that takes long to download. */
  readonly largeUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** A text says why there is no gateway here. */
    readonly rados: RadosBackend | string
  }
}

const bucket = 'suite-uploads'

/** The gateway that the suites of the transports send to: started once for all of them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const missing = await installRadosGateway()
  if (missing !== null) {
    provide('rados', `no RADOS Gateway: ${missing}`)
    return () => Promise.resolve()
  }
  const gateway = await startRadosGateway()
  const client = s3ClientFor(gateway)
  await makeBucket(client, bucket, testOrigins, ['ETag'])
  const largeUrl = await storeLargeObject(client, bucket)
  const desk = await serveTransportDesk(client, createSigningDesk(client, ''), testOrigins)
  provide('rados', { deskUrl: desk.url, bucket, largeUrl })
  return async () => {
    client.destroy()
    await desk.close()
    await gateway.stop()
  }
}
