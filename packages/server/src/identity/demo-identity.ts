import type { Identify, Identity } from './identify.js'

export const demoUserHeader = 'X-Demo-User'

const people: readonly Identity[] = [
  { id: 'demo', name: 'Ada Demo' },
  { id: 'demo-2', name: 'Ben Demo' },
]

/**
 * For demonstrations only: whoever calls is the first of two people, or by `X-Demo-User: 2` the second.
 * A value that is neither 1 nor 2 is nobody.
 */
export const identifyDemoUser: Identify = (request) => {
  const number = Number(request.headers.get(demoUserHeader) ?? '1')
  return people[number - 1] ?? null
}
