import { check } from '../check.js'
import type { ObjectStoreCase } from './object-store-case.js'

function listOf(answer: Response, header: string): readonly string[] {
  return (answer.headers.get(header) ?? '').split(',').map((one) => one.trim().toLowerCase())
}

function checkAllows(answer: Response, origin: string): void {
  const allowed = answer.headers.get('access-control-allow-origin')
  check(allowed === origin || allowed === '*', `the page's origin may not read it: ${allowed}`)
}

export const corsCases: readonly ObjectStoreCase[] = [
  {
    name: 'CORS: lets a page send what was signed',
    async run(kit) {
      const origin = kit.store.pageOrigin
      const { url, headers } = await kit.store.signPut(kit.grant())
      const names = ['content-type', ...Object.keys(headers).map((name) => name.toLowerCase())]
      const answer = await kit.fetch(url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': [...new Set(names)].sort().join(','),
        },
      })
      check(answer.ok, `the preflight is answered ${answer.status}`)
      checkAllows(answer, origin)
      const methods = listOf(answer, 'access-control-allow-methods')
      check(methods.includes('put') || methods.includes('*'), 'PUT is not allowed')
      const allowed = listOf(answer, 'access-control-allow-headers')
      const missing = names.filter((name) => !allowed.includes(name) && !allowed.includes('*'))
      check(missing.length === 0, `headers are not allowed: ${missing.join(', ')}`)
    },
  },
  {
    name: 'CORS: lets a page read the ETag',
    async run(kit) {
      const origin = kit.store.pageOrigin
      const answer = await kit.put(await kit.store.signPut(kit.grant()), kit.file(), { origin })
      checkAllows(answer, origin)
      const exposed = listOf(answer, 'access-control-expose-headers')
      check(exposed.includes('etag') || exposed.includes('*'), 'the ETag is not exposed')
    },
  },
  {
    name: 'CORS: lets a page read why it was refused',
    async run(kit) {
      const origin = kit.store.pageOrigin
      const signed = await kit.store.signPut(kit.grant({ expiresAt: Date.now() - 60_000 }))
      const answer = await kit.put(signed, kit.file(), { origin })
      check(answer.status >= 400, `the answer is ${answer.status}`)
      checkAllows(answer, origin)
    },
  },
  {
    name: 'CORS: wants no cookies of anybody',
    async run(kit) {
      const signed = await kit.store.signPut(kit.grant())
      const answer = await kit.put(signed, kit.file(), { origin: 'https://evil.example' })
      const credentials = answer.headers.get('access-control-allow-credentials')
      check(credentials !== 'true', 'it lets foreign pages send cookies')
    },
  },
]
