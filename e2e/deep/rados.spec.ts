import { HeadObjectCommand, type CORSRule } from '@aws-sdk/client-s3'
import { makeBucket, setCorsRule, sha256OfObject } from '../support/rados-buckets.js'
import { expect, mutedBucket, openBucket, test } from './rados-fixtures.js'

const megabytes = 1_000_000
const partSize = 5_242_880

/** Everything that the three kinds have in common is asked of each. */
const kinds = [
  { kind: 'put', size: 5 * megabytes },
  { kind: 'form', size: 5 * megabytes },
  { kind: 'multipart', size: partSize + 1 },
] as const

test.describe('bytes arrive as they were', () => {
  for (const { kind, size } of [
    { kind: 'put', size: 0 },
    { kind: 'put', size: 1 },
    { kind: 'form', size: 0 },
    ...kinds,
    { kind: 'multipart', size: 2 * partSize },
  ] as const) {
    test(`${kind}, ${size} bytes`, async ({ upload, client }) => {
      const { status, error, fileId, sha256, confirmedBytes } = await upload({ kind, size })
      expect({ status, error }).toEqual({ status: 'ready', error: null })
      expect(confirmedBytes).toBe(size)
      const key = fileId ?? ''
      expect(await sha256OfObject(client, openBucket, key)).toBe(sha256)
      const head = await client.send(new HeadObjectCommand({ Bucket: openBucket, Key: key }))
      expect(head.ContentType).toBe('image/png')
    })
  }
})

test('multipart: the store lists the parts that the page tells, the last of one byte', async ({
  upload,
}) => {
  const { calls, answers } = await upload({ kind: 'multipart', size: 2 * partSize + 1 })
  expect(calls.filter((call) => call !== 'signParts')).toEqual(['createUpload', 'finalizeUpload'])
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ method: 'PUT', status: 200 })))
})

test('form: a file of the size that the policy allows passes, one byte more is too large', async ({
  upload,
}) => {
  const allowed = await upload({ kind: 'form', size: megabytes, policySize: megabytes })
  expect(allowed.status).toBe('ready')
  for (const size of [megabytes + 1, 5 * megabytes]) {
    const { status, error, calls } = await upload({ kind: 'form', size, policySize: megabytes })
    expect(status).toBe('failed')
    expect(error?.code).toBe('too-large')
    expect(calls).toEqual(['createUpload'])
  }
})

/**
 * This gateway refuses a signature in an address without a word on CORS, so that a page of another origin is told of
 * no status at all: to it the network failed. Under one origin, and with a form, the page can read the refusal.
 */
const refusals = [
  { kind: 'form', size: 5 * megabytes, isSameOrigin: false },
  { kind: 'put', size: 5 * megabytes, isSameOrigin: true },
  { kind: 'multipart', size: partSize + 1, isSameOrigin: true },
] as const
const hiddenRefusals = refusals
  .filter(({ kind }) => kind !== 'form')
  .map((plan) => ({ ...plan, isSameOrigin: false }))

test.describe('an expired signature is renewed once, and the file arrives', () => {
  for (const plan of [...refusals, ...hiddenRefusals]) {
    const isHidden = hiddenRefusals.some((one) => one === plan)
    test(`${plan.kind}, ${isHidden ? 'the refusal is hidden' : 'refused'}`, async ({
      upload,
      client,
    }) => {
      const { status, error, calls, fileId, sha256, answers } = await upload({
        ...plan,
        signature: 'expired',
      })
      expect({ status, error }).toEqual({ status: 'ready', error: null })
      if (!isHidden) expect(answers.map((answer) => answer.status)).toContain(403)
      if (plan.kind === 'multipart') {
        expect(calls.filter((call) => call !== 'signParts')).toHaveLength(2)
      } else {
        expect(calls).toEqual(['createUpload', 'renewTicket', 'finalizeUpload'])
      }
      expect(await sha256OfObject(client, openBucket, fileId ?? '')).toBe(sha256)
    })
  }
})

test.describe('a signature that was changed is forbidden', () => {
  for (const plan of refusals) {
    test(plan.kind, async ({ upload }) => {
      const { status, error, calls } = await upload({ ...plan, signature: 'tampered' })
      expect(status).toBe('failed')
      // The gateway says it of a form in another word.
      const storeCode = plan.kind === 'form' ? 'AccessDenied' : 'SignatureDoesNotMatch'
      expect(error).toMatchObject({ code: 'forbidden', details: { storeCode } })
      expect(calls).not.toContain('finalizeUpload')
    })
  }

  for (const plan of hiddenRefusals) {
    test(`${plan.kind}, the refusal is hidden: it fails, and nothing is stored`, async ({
      upload,
      client,
    }) => {
      const { status, error, calls, fileId } = await upload({ ...plan, signature: 'tampered' })
      expect(status).toBe('failed')
      expect(error?.code).toBe('network')
      expect(calls).not.toContain('finalizeUpload')
      await expect(sha256OfObject(client, openBucket, fileId ?? '')).rejects.toThrow()
    })
  }
})

test('multipart: a CORS rule that hides the ETag is named, and what to add to it', async ({
  upload,
}) => {
  const plan = { kind: 'multipart', size: partSize + 1, bucket: mutedBucket } as const
  const { status, error, calls } = await upload(plan)
  expect(status).toBe('failed')
  expect(error).toMatchObject({
    code: 'storage-cors',
    details: { rule: { ExposeHeaders: ['ETag'] } },
  })
  expect(error?.message).toContain('"ExposeHeaders": ["ETag"]')
  expect(calls).not.toContain('finalizeUpload')
})

test.describe('a bucket that refuses the page by CORS', () => {
  for (const plan of [
    { kind: 'put', size: megabytes },
    { kind: 'form', size: megabytes },
    { kind: 'multipart', size: partSize + 1 },
  ] as const) {
    test(`${plan.kind}: the rule that is named is all that it lacks`, async ({ upload, client }, {
      project,
    }) => {
      const bucket = `closed-${plan.kind}-${project.name}`
      await makeBucket(client, bucket, ['http://elsewhere.example'], [])
      const refused = await upload({ ...plan, bucket })
      expect(refused).toMatchObject({ status: 'failed', error: { code: 'storage-cors' } })
      const { rule } = refused.error?.details ?? {}
      expect(refused.error?.message).toContain(JSON.stringify(rule))
      await setCorsRule(client, bucket, rule as unknown as CORSRule)
      expect((await upload({ ...plan, bucket })).status).toBe('ready')
    })
  }
})

test('put and form do without the ETag', async ({ upload }) => {
  for (const kind of ['put', 'form'] as const) {
    expect((await upload({ kind, bucket: mutedBucket })).status).toBe('ready')
  }
})
