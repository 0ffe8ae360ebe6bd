import { expect, test } from 'vitest'
import { demoUserHeader, identifyDemoUser } from './demo-identity.js'

const as = (value: string | null) =>
  identifyDemoUser(
    new Request('http://api.test', value === null ? {} : { headers: { [demoUserHeader]: value } }),
  )

test('two people of one tenant, and nobody else', async () => {
  expect(await as(null)).toMatchObject({ id: 'demo' })
  expect(await as('1')).toEqual(await as(null))
  expect(await as('2')).toMatchObject({ id: 'demo-2' })
  for (const value of ['0', '3', '-1', '1.5', 'x', 'length']) expect(await as(value)).toBeNull()
})
