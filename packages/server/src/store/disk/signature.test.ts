import { expect, it } from 'vitest'
import { createSigner } from './signature.js'

const signer = createSigner(new Uint8Array(32).fill(7))
const now = 1_800_000_000_000
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const grant = {
  ...{ key: 'files/a', contentType: 'text/plain', size: 12, checksum: null },
  expiresAt: now + 60_000,
}

function verdictOn(change: (signature: string) => string) {
  const query = signer.signPut(grant)
  query.set('signature', change(query.get('signature') ?? ''))
  return signer.verifyPut(grant.key, query, now)
}

it('takes the signature as it was given', () => {
  expect(verdictOn((signature) => signature)).toEqual({ ok: true, grant })
})

it('takes no other text, not even one that stands for the same bytes', () => {
  const mismatch = { ok: false, reason: 'mismatch' }
  // 43 letters have two bits more than 32 bytes.
  const sameBytes = (signature: string) =>
    signature.slice(0, -1) + (base64url[base64url.indexOf(signature.at(-1) ?? '') ^ 1] ?? '')
  expect(verdictOn(sameBytes)).toEqual(mismatch)
  expect(verdictOn((signature) => `${signature}=`)).toEqual(mismatch)
  expect(verdictOn((signature) => `!${signature}`)).toEqual(mismatch)
  expect(verdictOn(() => '')).toEqual(mismatch)
})

it('takes no other text for the signature of a policy', () => {
  const signature = signer.signPolicy('policy')
  expect(signer.isPolicySignature('policy', signature)).toBe(true)
  expect(signer.isPolicySignature('policy', `${signature}zz`)).toBe(false)
  expect(signer.isPolicySignature('policy', signature.toUpperCase())).toBe(false)
})
