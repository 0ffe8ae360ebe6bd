import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type {
  MultipartTicket,
  PartToSign,
  SignedPart,
  StoredFileInput,
  StoredUpload,
  UploadedPart,
  UploadRef,
  UploadRequest,
  UploadTicket,
} from 'loadline/core'
import type { UploadPlan } from './page/upload-page.js'
import { signForm, signPart, signPut, type ObjectToSign } from './sign-tickets.js'

export interface SigningCalls {
  createUpload(body: { plan: UploadPlan; request: UploadRequest }): Promise<UploadTicket>
  renewTicket(body: { plan: UploadPlan; ref: UploadRef }): Promise<UploadTicket>
  signParts(body: {
    plan: UploadPlan
    ref: UploadRef
    parts: readonly PartToSign[]
  }): Promise<readonly SignedPart[]>
  finalizeUpload(body: { plan: UploadPlan; upload: StoredUpload }): Promise<StoredFileInput>
}

const partSize = 5_242_880

/** The backend of a test: it alone knows the store's secret, and never sees a byte. */
export function createSigningDesk(client: S3Client, pageOrigin: string): SigningCalls {
  const partsSignedBefore = new Set<string>()

  const object = (plan: UploadPlan, clientId: string, contentType: string): ObjectToSign => ({
    client,
    bucket: plan.bucket,
    key: clientId,
    contentType,
    signature: plan.signature ?? 'good',
    pageOrigin: plan.isSameOrigin === true ? pageOrigin : null,
  })
  const sign = (plan: UploadPlan, clientId: string, signed: ObjectToSign) =>
    plan.kind === 'form'
      ? signForm(signed, clientId, plan.policySize ?? plan.size)
      : signPut(signed, clientId)

  return {
    async createUpload({ plan, request: { clientId, contentType } }) {
      const signed = object(plan, clientId, contentType)
      return plan.kind === 'multipart'
        ? beginMultipart(signed, clientId, plan.size)
        : sign(plan, clientId, signed)
    },
    async renewTicket({ plan, ref: { clientId, state } }) {
      const { contentType } = state as { readonly contentType: string }
      return sign(plan, clientId, renewed(object(plan, clientId, contentType)))
    },
    async signParts({ plan, ref: { clientId, uploadId }, parts }) {
      const signed = object(plan, clientId, '')
      return Promise.all(
        parts.map(async (part) => {
          const name = `${clientId}/${part.partNumber}`
          const isAgain = partsSignedBefore.has(name)
          partsSignedBefore.add(name)
          return signPart(isAgain ? renewed(signed) : signed, uploadId ?? '', part)
        }),
      )
    },
    finalizeUpload: ({ plan, upload }) => finalize(client, plan.bucket, upload),
  }
}

function renewed(signed: ObjectToSign): ObjectToSign {
  return signed.signature === 'expired' ? { ...signed, signature: 'good' } : signed
}

async function beginMultipart(
  { client, bucket, key, contentType }: ObjectToSign,
  clientId: string,
  size: number,
): Promise<MultipartTicket> {
  const at = { Bucket: bucket, Key: key, ContentType: contentType }
  const { UploadId = null } = await client.send(new CreateMultipartUploadCommand(at))
  return {
    kind: 'multipart',
    clientId,
    fileId: key,
    uploadId: UploadId,
    partSize,
    partCount: Math.max(1, Math.ceil(size / partSize)),
    expiresAt: null,
    serverTime: null,
    maxSize: null,
    state: { contentType },
  }
}

async function finalize(
  client: S3Client,
  bucket: string,
  { ref, request, parts }: StoredUpload,
): Promise<StoredFileInput> {
  const at = { Bucket: bucket, Key: ref.clientId }
  if (parts !== undefined) await complete(client, at, ref.uploadId ?? '', parts)
  const head = await client.send(new HeadObjectCommand(at))
  return {
    id: ref.clientId,
    name: request.name,
    size: head.ContentLength,
    contentType: head.ContentType,
    status: 'ready',
  }
}

/** What the page says of its parts must be what the store lists. */
async function complete(
  client: S3Client,
  at: { readonly Bucket: string; readonly Key: string },
  uploadId: string,
  parts: readonly UploadedPart[],
): Promise<void> {
  const { Parts = [] } = await client.send(new ListPartsCommand({ ...at, UploadId: uploadId }))
  const listed = JSON.stringify(Parts.map((one) => [one.PartNumber, one.Size, one.ETag]))
  const told = JSON.stringify(parts.map((one) => [one.partNumber, one.size, one.etag]))
  if (listed !== told) throw new Error(`The store lists ${listed}, the page tells ${told}.`)
  await client.send(
    new CompleteMultipartUploadCommand({
      ...at,
      UploadId: uploadId,
      MultipartUpload: {
        Parts: parts.map(({ partNumber, etag }) => ({
          PartNumber: partNumber,
          ETag: etag ?? undefined,
        })),
      },
    }),
  )
}
