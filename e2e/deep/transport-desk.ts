import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  CompleteMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { UploadRef } from 'loadline/core'
import type { UploadPlan } from './page/upload-page.js'
import type { SigningCalls } from './signing-desk.js'

/** More than all buffers between the store and a page hold. */
const largeSize = 32 * 1_048_576

interface ReadCall {
  readonly plan: UploadPlan
  readonly ref: UploadRef
}

export interface TransportDesk {
  readonly url: string
  close(): Promise<void>
}

/** What a page of another origin asks of a backend: the calls of the signing desk, and `read`, past all signatures. */
export async function serveTransportDesk(
  client: S3Client,
  desk: SigningCalls,
  origins: readonly string[],
): Promise<TransportDesk> {
  const server = createServer((request, response) => {
    const { origin = '' } = request.headers
    response.setHeader('access-control-allow-origin', origins.includes(origin) ? origin : 'null')
    response.setHeader('access-control-allow-headers', 'content-type')
    answer(client, desk, request, response).catch((thrown: unknown) => {
      response.writeHead(500).end(String(thrown))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

/** The address of an object that takes long to download. */
export async function storeLargeObject(client: S3Client, bucket: string): Promise<string> {
  const at = { Bucket: bucket, Key: 'large' }
  await client.send(new PutObjectCommand({ ...at, Body: new Uint8Array(largeSize) }))
  return getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 3_600 })
}

async function answer(
  client: S3Client,
  desk: SigningCalls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  const method = (request.url ?? '').slice(1)
  const body = JSON.parse(await text(request)) as ReadCall
  if (method === 'read') {
    const bytes = await readWhole(client, body)
    response.writeHead(bytes === null ? 204 : 200).end(bytes)
    return
  }
  const call = desk[method as keyof SigningCalls] as (given: unknown) => Promise<unknown>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await call(body)))
}

/** What the store holds of an upload once it is whole: parts are put together for it. */
async function readWhole(
  client: S3Client,
  { plan, ref: { clientId, uploadId = null } }: ReadCall,
): Promise<Buffer | null> {
  const at = { Bucket: plan.bucket, Key: clientId }
  if (uploadId !== null) {
    const { Parts = [] } = await client.send(new ListPartsCommand({ ...at, UploadId: uploadId }))
    const size = Parts.reduce((sum, part) => sum + (part.Size ?? 0), 0)
    if (Parts.length === 0 || size !== plan.size) return null
    const MultipartUpload = {
      Parts: Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })),
    }
    const UploadId = uploadId
    await client.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload }))
  }
  try {
    const { Body } = await client.send(new GetObjectCommand(at))
    return Buffer.from((await Body?.transformToByteArray()) ?? [])
  } catch (thrown) {
    if ((thrown as Error).name === 'NoSuchKey') return null
    throw thrown
  }
}
