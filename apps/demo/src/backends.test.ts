import { supports } from 'loadline/core'
import { expect, test } from 'vitest'
import { listBackends } from './backends.js'
import { people } from './people.js'

const [ada, ben] = people
const others = {
  roq: {
    host: 'http://127.0.0.1:1',
    people: people.map(({ id }) => ({ token: id, associations: `/roq/${id}` })),
  },
  rocketChat: {
    ...{ baseUrl: '/chat', serverVersion: '8.8' },
    ...{ roomId: 'room', userId: 'user', authToken: 'token' },
  },
  astraCollab: { baseUrl: '/v1' },
}

test('the others stand beside the own one where the page is told of them', () => {
  const namesOf = (...args: Parameters<typeof listBackends>) =>
    listBackends(...args).map(({ name }) => name)
  expect(namesOf({ apiUrl: '/api' })).toEqual(['Loadline server'])
  expect(namesOf({ apiUrl: '/api', others })).toEqual([
    ...['Loadline server', 'ROQ', 'Rocket.Chat', 'AstraCollab'],
  ])
})

test.each(listBackends({ apiUrl: '/api', others }))(
  '$name: a person keeps their adapter, and shares none where there are people',
  ({ adapterFor, hasPeople }) => {
    expect(adapterFor(ada)).toBe(adapterFor(ada))
    expect(adapterFor(ada) === adapterFor(ben)).toBe(!hasPeople)
    expect(supports(adapterFor(ben), 'createAssociations')).toBe(hasPeople)
  },
)
