import { check } from '../check.js'
import { changedUrls, type ObjectStoreCase } from './object-store-case.js'

const aMinuteAgo = (): number => Date.now() - 60_000

const accepted: readonly ObjectStoreCase[] = [
  ...[0, 1, 70_000].map((size): ObjectStoreCase => ({
    name: `PUT: stores ${size} bytes as they are, and answers their ETag`,
    async run(kit) {
      const grant = kit.grant({ size })
      const file = kit.file(size)
      const answer = await kit.put(await kit.store.signPut(grant), file)
      check(answer.ok, `the answer is ${answer.status}`)
      check((answer.headers.get('etag') ?? '') !== '', 'there is no ETag')
      await kit.checkStored(grant.key, file)
    },
  })),
  {
    name: 'PUT: is whole after it was repeated',
    async run(kit) {
      const grant = kit.grant()
      const signed = await kit.store.signPut(grant)
      await kit.put(signed, kit.file())
      const again = await kit.put(signed, kit.file())
      check(again.ok || [403, 409, 412].includes(again.status), `the answer is ${again.status}`)
      await kit.checkStored(grant.key, kit.file())
    },
  },
  {
    name: 'PUT: takes the bytes that have the checksum that was asked',
    async run(kit) {
      const digest = await crypto.subtle.digest('SHA-256', await kit.file().arrayBuffer())
      const checksum = btoa(String.fromCharCode(...new Uint8Array(digest)))
      const grant = kit.grant({ checksum })
      const answer = await kit.put(await kit.store.signPut(grant), kit.file())
      check(answer.ok, `the answer is ${answer.status}`)
      await kit.checkStored(grant.key, kit.file())
    },
  },
]

const refused: readonly ObjectStoreCase[] = [
  {
    name: 'PUT: refuses a request without a signature',
    async run(kit) {
      const grant = kit.grant()
      const { url, headers } = await kit.store.signPut(grant)
      const bare = { url: url.split('?')[0] ?? url, headers }
      await kit.checkRefused(await kit.put(bare, kit.file()), grant.key, 'no signature')
    },
  },
  {
    name: 'PUT: refuses a request of which anything signed was changed',
    async run(kit) {
      const grant = kit.grant()
      const signed = await kit.store.signPut(grant)
      for (const url of changedUrls(signed.url)) {
        const answer = await kit.put({ ...signed, url }, kit.file())
        await kit.checkRefused(answer, grant.key, 'a changed parameter')
      }
      const other = kit.store.newKey()
      const url = signed.url.replace(grant.key, other)
      check(url !== signed.url, 'the URL does not hold the key')
      await kit.checkRefused(await kit.put({ ...signed, url }, kit.file()), other, 'another key')
    },
  },
  {
    name: 'PUT: refuses an expired request',
    async run(kit) {
      const grant = kit.grant({ expiresAt: aMinuteAgo() })
      const answer = await kit.put(await kit.store.signPut(grant), kit.file())
      await kit.checkRefused(answer, grant.key, 'an expired request')
    },
  },
  {
    name: 'PUT: refuses another type',
    async run(kit) {
      const grant = kit.grant()
      const signed = await kit.store.signPut(grant)
      const answer = await kit.put(signed, kit.file(), { 'content-type': 'text/html' })
      await kit.checkRefused(answer, grant.key, 'another type')
    },
  },
  ...[99, 101].map((size): ObjectStoreCase => ({
    name: `PUT: refuses ${size} bytes where 100 were signed`,
    async run(kit) {
      const grant = kit.grant()
      const answer = await kit.put(await kit.store.signPut(grant), kit.file(size))
      await kit.checkRefused(answer, grant.key, 'another length')
    },
  })),
  {
    name: 'PUT: refuses bytes with another checksum than was asked',
    async run(kit) {
      const grant = kit.grant({ checksum: btoa('0'.repeat(32)) })
      const answer = await kit.put(await kit.store.signPut(grant), kit.file())
      await kit.checkRefused(answer, grant.key, 'another checksum')
    },
  },
  {
    name: 'PUT: is no permission to read or to delete',
    async run(kit) {
      const grant = kit.grant()
      const signed = await kit.store.signPut(grant)
      await kit.put(signed, kit.file())
      for (const method of ['GET', 'DELETE']) {
        const answer = await kit.fetch(signed.url, { method })
        check(answer.status >= 400 && answer.status < 500, `${method} is answered ${answer.status}`)
      }
      await kit.checkStored(grant.key, kit.file())
    },
  },
]

export const putCases: readonly ObjectStoreCase[] = [...accepted, ...refused]
