import { createHash } from 'node:crypto'
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketCorsCommand,
  S3Client,
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

/** A bucket that pages of this origin may send to, and whose answers show them these headers. */
export async function makeBucket(
  client: S3Client,
  name: string,
  origin: string,
  exposedHeaders: readonly string[],
): Promise<void> {
  await client.send(new CreateBucketCommand({ Bucket: name }))
  const rule = {
    AllowedOrigins: [origin],
    AllowedMethods: ['PUT', 'POST'],
    AllowedHeaders: ['*'],
    ExposeHeaders: [...exposedHeaders],
  }
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
