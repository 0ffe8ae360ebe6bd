import { PutObjectCommand, UploadPartCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { FormTicket, PartToSign, PutTicket, SignedPart } from 'loadline/core'
import type { UploadPlan } from './page/upload-page.js'

export type SignatureState = NonNullable<UploadPlan['signature']>

export interface ObjectToSign {
  readonly client: S3Client
  readonly bucket: string
  readonly key: string
  readonly contentType: string
  readonly signature: SignatureState
  /** Where the page meets the store, instead of the store's own origin. */
  readonly pageOrigin: string | null
}

const lifeSeconds = 300
const agoSeconds = 3_600

export async function signPut(object: ObjectToSign, clientId: string): Promise<PutTicket> {
  const { client, bucket, key, contentType } = object
  const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType })
  const url = await signUrl(object, (dated) =>
    getSignedUrl(client, command, { ...dated, signableHeaders: new Set(['content-type', 'host']) }),
  )
  const headers = { 'content-type': contentType }
  return {
    ...datesOf(object),
    kind: 'put',
    clientId,
    fileId: key,
    url,
    headers,
    state: { contentType },
  }
}

export async function signForm(
  object: ObjectToSign,
  clientId: string,
  policySize: number,
): Promise<FormTicket> {
  const { client, bucket, key, contentType, signature } = object
  const post = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Fields: { 'Content-Type': contentType },
    Conditions: [['content-length-range', 0, policySize]],
    Expires: signature === 'expired' ? -agoSeconds : lifeSeconds,
  })
  const fields = Object.entries(post.fields).map(([name, value]) => {
    const isChanged = signature === 'tampered' && name === 'X-Amz-Signature'
    return [name, isChanged ? changeLast(value) : value] as const
  })
  return {
    ...datesOf(object),
    kind: 'form',
    clientId,
    fileId: key,
    url: seenByPage(post.url, object),
    fields,
    fileField: 'file',
    headers: {},
    state: { contentType },
  }
}

export async function signPart(
  object: ObjectToSign,
  uploadId: string,
  { partNumber }: PartToSign,
): Promise<SignedPart> {
  const command = new UploadPartCommand({
    Bucket: object.bucket,
    Key: object.key,
    UploadId: uploadId,
    PartNumber: partNumber,
  })
  const url = await signUrl(object, (dated) => getSignedUrl(object.client, command, dated))
  return { partNumber, url, headers: {} }
}

/** Of an expired one the dates say no more than that it is over when the store has answered. */
function datesOf({ signature }: ObjectToSign) {
  const lifeMs = signature === 'expired' ? 1 : lifeSeconds * 1_000
  return {
    serverTime: new Date().toISOString(),
    expiresAt: new Date(Date.now() + lifeMs).toISOString(),
    maxSize: null,
  }
}

async function signUrl(
  object: ObjectToSign,
  sign: (dated: { expiresIn: number; signingDate: Date }) => Promise<string>,
): Promise<string> {
  const { signature } = object
  const signedAt = signature === 'expired' ? Date.now() - agoSeconds * 1_000 : Date.now()
  const url = new URL(await sign({ expiresIn: lifeSeconds, signingDate: new Date(signedAt) }))
  if (signature === 'tampered') {
    const good = url.searchParams.get('X-Amz-Signature') ?? ''
    url.searchParams.set('X-Amz-Signature', changeLast(good))
  }
  return seenByPage(url.href, object)
}

function seenByPage(url: string, { pageOrigin }: ObjectToSign): string {
  return pageOrigin === null ? url : url.replace(new URL(url).origin, pageOrigin)
}

function changeLast(signature: string): string {
  return signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0')
}
