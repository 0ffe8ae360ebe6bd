import { createHash } from 'node:crypto'
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketCorsCommand,
  S3Client,
  type CORSRule,
} from '@aws-sdk/client-s3'
import type { RadosGateway } from './rados-gateway.js'

/** Any store that is not AWS's own wants these: no bucket as a host name, no checksum trailers of its own accord. */
export function s3ClientFor({ url, accessKey, secretKey }: RadosGateway): S3Client {
  return new S3Client({
    endpoint: url,
    region: 'us-east-1',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  })
}

/** A bucket that pages of these origins may send to, and whose answers show them these headers. */
export async function makeBucket(
  client: S3Client,
  name: string,
  origins: readonly string[],
  exposedHeaders: readonly string[],
): Promise<void> {
  await client.send(new CreateBucketCommand({ Bucket: name }))
  await setCorsRule(client, name, {
    AllowedOrigins: [...origins],
    AllowedMethods: ['PUT', 'POST', 'GET'],
    AllowedHeaders: ['*'],
    ExposeHeaders: [...exposedHeaders],
  })
}

/** In the place of those it had. */
export async function setCorsRule(client: S3Client, name: string, rule: CORSRule): Promise<void> {
  await client.send(
    new PutBucketCorsCommand({ Bucket: name, CORSConfiguration: { CORSRules: [rule] } }),
  )
}

/** SHA-256 of what the store holds, in hexadecimal. */
export async function sha256OfObject(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
  return createHash('sha256').update(bytes).digest('hex')
}
