import { createHmac } from 'node:crypto'
import type { RoqState } from '../roq-state.js'
import { amzDate } from './amz-date.js'
import { storageError, type StorageError } from './storage-error.js'

export interface UploadForm {
  readonly uploadUrl: string
  /** A flat record; what is signed are all of its fields. */
  readonly formFields: Readonly<Record<string, string>>
}

interface Policy {
  readonly expiration: string
  readonly conditions: readonly (
    | Readonly<Record<string, string>>
    | readonly ['content-length-range', number, number]
  )[]
}

export type FormField = readonly [name: string, value: string]

/** Not part of what the policy itself can say. */
const unsigned = new Set(['Policy', 'X-Amz-Signature'])

/**
 * Forms that may be posted to the bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export class PostPolicies {
  readonly #state: RoqState
  readonly #storageUrl: string
  readonly #secret: string

  constructor(state: RoqState, storageUrl: string, secret: string) {
    this.#state = state
    this.#storageUrl = storageUrl
    this.#secret = secret
  }

  /** @param file `maxSize` in bytes; `null`: not told, and not limited */
  issue(file: { key: string; contentType: string; maxSize: number | null }): UploadForm {
    const { bucket, clock, settings } = this.#state
    const now = clock.now()
    const signed = {
      ...(file.maxSize !== null && { maxSize: String(file.maxSize) }),
      expiryTime: String(settings.uploadTtl),
      'Content-Type': file.contentType,
      bucket,
      key: file.key,
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `roq/${amzDate(now).slice(0, 8)}/fr-par/s3/aws4_request`,
      'X-Amz-Date': amzDate(now),
    }
    const policy: Policy = {
      expiration: new Date(now + settings.uploadTtl * 1_000).toISOString(),
      conditions: [
        ...Object.entries(signed).map(([name, value]) => ({ [name]: value })),
        ...(file.maxSize === null ? [] : [['content-length-range', 0, file.maxSize] as const]),
      ],
    }
    const encoded = Buffer.from(JSON.stringify(policy)).toString('base64')
    return {
      uploadUrl: `${this.#storageUrl}/${bucket}`,
      formFields: { ...signed, Policy: encoded, 'X-Amz-Signature': this.#sign(encoded) },
    }
  }

  /** What is wrong with a form that was posted; `null`: nothing. */
  check(bucket: string, fields: readonly FormField[], size: number): StorageError | null {
    const given = new Map(fields)
    const encoded = given.get('Policy')
    if (encoded === undefined) return storageError(403, 'AccessDenied', 'Access Denied.')
    if (given.get('X-Amz-Signature') !== this.#sign(encoded)) {
      return storageError(403, 'SignatureDoesNotMatch', 'The signature does not match.')
    }
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Policy
    if (this.#state.clock.now() > Date.parse(policy.expiration)) return denied('Policy expired.')
    const wrong = findWrongField(policy, fields)
    if (wrong !== null) return wrong
    if (given.get('bucket') !== bucket) return denied('Policy Condition failed: the bucket.')
    const [, , maxSize = Infinity] = policy.conditions.find((one) => Array.isArray(one)) ?? []
    return size > Number(maxSize)
      ? storageError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
      : null
  }

  #sign(policy: string): string {
    return createHmac('sha256', this.#secret).update(policy).digest('hex')
  }
}

/** Each field that was signed is there once and unchanged, and no other. */
function findWrongField({ conditions }: Policy, fields: readonly FormField[]): StorageError | null {
  const wanted = new Map(
    conditions.flatMap((one) => (Array.isArray(one) ? [] : Object.entries(one))),
  )
  for (const [name, value] of wanted) {
    const given = fields.filter(([field]) => field === name)
    if (given.length !== 1 || given[0]?.[1] !== value) {
      return denied(`Policy Condition failed: ["eq", "$${name}", "${value}"]`)
    }
  }
  const extra = fields.find(([name]) => !wanted.has(name) && !unsigned.has(name))
  return extra === undefined ? null : denied(`Extra input fields: ${extra[0]}`)
}

function denied(why: string): StorageError {
  return storageError(403, 'AccessDenied', `Invalid according to Policy: ${why}`)
}
