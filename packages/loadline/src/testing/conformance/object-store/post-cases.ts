import { check } from '../check.js'
import { changeLetter, type ObjectStoreCase, type ObjectStoreKit } from './object-store-case.js'
import type { StoreGrant, StoreSignedForm } from './object-store-subject.js'

async function sign(kit: ObjectStoreKit, grant: StoreGrant): Promise<StoreSignedForm> {
  const signed = await kit.store.signPost?.(grant)
  check(signed !== undefined, 'signPost is missing')
  return signed
}

function withFields(form: StoreSignedForm, fields: StoreSignedForm['fields']): StoreSignedForm {
  return { ...form, fields }
}

const needs = 'signPost'

export const postCases: readonly ObjectStoreCase[] = [
  ...[0, 1, 70_000].map((size): ObjectStoreCase => ({
    name: `POST: stores ${size} bytes as they are`,
    needs,
    async run(kit) {
      const grant = kit.grant({ size })
      const file = kit.file(size)
      const answer = await kit.post(await sign(kit, grant), file)
      check([200, 201, 204].includes(answer.status), `the answer is ${answer.status}`)
      await kit.checkStored(grant.key, file)
    },
  })),
  {
    name: 'POST: refuses a form with a changed field',
    needs,
    async run(kit) {
      const grant = kit.grant()
      const form = await sign(kit, grant)
      for (const [index, [changed]] of form.fields.entries()) {
        const fields = form.fields.map(([name, value], at) =>
          at === index ? ([name, changeLetter(value)] as const) : ([name, value] as const),
        )
        const answer = await kit.post(withFields(form, fields), kit.file())
        await kit.checkRefused(answer, grant.key, `the field "${changed}", changed`)
      }
    },
  },
  {
    name: 'POST: refuses a form that lacks a field',
    needs,
    async run(kit) {
      const grant = kit.grant()
      const form = await sign(kit, grant)
      for (const [index, [missing]] of form.fields.entries()) {
        const fields = form.fields.filter((_, at) => at !== index)
        const answer = await kit.post(withFields(form, fields), kit.file())
        await kit.checkRefused(answer, grant.key, `without the field "${missing}"`)
      }
    },
  },
  {
    name: 'POST: refuses a form with a field more',
    needs,
    async run(kit) {
      const grant = kit.grant()
      const form = await sign(kit, grant)
      const fields = [...form.fields, ['x-amz-meta-more', '1'] as const]
      const answer = await kit.post(withFields(form, fields), kit.file())
      await kit.checkRefused(answer, grant.key, 'one field more')
    },
  },
  {
    name: 'POST: refuses an expired form',
    needs,
    async run(kit) {
      const grant = kit.grant({ expiresAt: Date.now() - 60_000 })
      const answer = await kit.post(await sign(kit, grant), kit.file())
      await kit.checkRefused(answer, grant.key, 'an expired form')
    },
  },
  ...[99, 101].map((size): ObjectStoreCase => ({
    name: `POST: refuses ${size} bytes where 100 were signed`,
    needs,
    async run(kit) {
      const grant = kit.grant()
      const answer = await kit.post(await sign(kit, grant), kit.file(size))
      await kit.checkRefused(answer, grant.key, 'another length')
    },
  })),
]
