import type { PostGrant } from '../object-store.js'
import { checksumHeader } from './receive-object.js'
import type { Signer } from './signature.js'
import { StoreRefusal } from './store-refusal.js'

export const fileField = 'file'
const signatureField = 'x-amz-signature'

/** A field that must have this value, or the least and the most bytes of the file. */
type Condition =
  | Readonly<Record<string, string>>
  | readonly ['content-length-range', min: number, max: number]

interface PolicyDocument {
  readonly expiration: string
  readonly conditions: readonly Condition[]
}

/**
 * The fields of a form that may send one object: each field but the last two is a condition.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function signForm(signer: Signer, grant: PostGrant): [name: string, value: string][] {
  const fields: [string, string][] = [
    ['key', grant.key],
    ['Content-Type', grant.contentType],
  ]
  if (grant.checksum !== null) fields.push([checksumHeader, grant.checksum])
  if (grant.successStatus !== undefined) {
    fields.push(['success_action_status', String(grant.successStatus)])
  }
  const document: PolicyDocument = {
    expiration: new Date(Math.floor(grant.expiresAt / 1000) * 1000).toISOString(),
    conditions: [
      ...fields.map(([name, value]) => ({ [name]: value })),
      ['content-length-range', grant.size, grant.size],
    ],
  }
  const policy = Buffer.from(JSON.stringify(document)).toString('base64')
  return [...fields, ['policy', policy], [signatureField, signer.signPolicy(policy)]]
}

/** What the fields allow, once they are found to be those that were signed, all of them and no other. */
export function verifyForm(
  signer: Signer,
  fields: ReadonlyMap<string, string>,
  now: number,
): PostGrant {
  const policy = fields.get('policy')
  const signature = fields.get(signatureField)
  if (policy === undefined || signature === undefined) {
    throw new StoreRefusal('AccessDenied', 'Access Denied')
  }
  if (!signer.isPolicySignature(policy, signature)) {
    throw new StoreRefusal('SignatureDoesNotMatch', 'The signature does not match the policy.')
  }
  // Its signature is ours, and so is its shape.
  const document = JSON.parse(Buffer.from(policy, 'base64').toString()) as PolicyDocument
  const expiresAt = Date.parse(document.expiration)
  if (now >= expiresAt) throw refusal('Policy expired.')
  return { ...assertConditions(document.conditions, fields), expiresAt }
}

function assertConditions(
  conditions: readonly Condition[],
  fields: ReadonlyMap<string, string>,
): Omit<PostGrant, 'expiresAt'> {
  const extra = new Set(fields.keys())
  extra.delete('policy')
  extra.delete(signatureField)
  const values = new Map<string, string>()
  let size = 0
  for (const condition of conditions) {
    if (isRange(condition)) {
      size = condition[2]
      continue
    }
    for (const [name, value] of Object.entries(condition)) {
      if (fields.get(name) !== value) throw refusal('Policy Condition failed.')
      values.set(name, value)
      extra.delete(name)
    }
  }
  if (extra.size > 0) throw refusal('Extra input fields.')
  const status = values.get('success_action_status')
  return {
    key: values.get('key') ?? '',
    contentType: values.get('Content-Type') ?? '',
    size,
    checksum: values.get(checksumHeader) ?? null,
    successStatus: status === '200' ? 200 : status === '201' ? 201 : 204,
  }
}

function isRange(condition: Condition): condition is Extract<Condition, readonly unknown[]> {
  return Array.isArray(condition)
}

function refusal(reason: string): StoreRefusal {
  return new StoreRefusal('AccessDenied', `Invalid according to Policy: ${reason}`)
}
