import { expect, it } from 'vitest'
import { findBehaviourBreaks } from './find-behaviour-breaks.mjs'
import { readTestNames } from './read-test-names.mjs'

const tests = `
describe('a queue', () => {
  it('starts', () => {})
  it.each([1])('counts %i', () => {})
  it.skip('is not run', () => {})
  describe.skip('nor this', () => { it('nor what is in it', () => {}) })
  describe.skipIf(isMissing)('only here', () => {})
  describeTransport('put', {})
})
export const cases = [{ name: 'is a case', run() {} }]
`
const namesIn = (file: string) =>
  file === 'a.test.ts' ? readTestNames('a.test.ts', tests) : undefined
const table = (...rows: readonly string[]) =>
  ['| promise | test | file |', '| ------- | ---- | ---- |', ...rows].join('\n')

it('reads the names of tests, groups and cases that are run', () => {
  expect([...(namesIn('a.test.ts') ?? [])]).toEqual([
    'a queue',
    'starts',
    'counts %i',
    'only here',
    'put',
    'is a case',
  ])
})

it('believes a row whose test is there', () => {
  expect(findBehaviourBreaks(table('| It starts | `starts` | `a.test.ts` |'), namesIn)).toEqual([])
})

it('finds a test that is not there or not run, a missing file, a row that says nothing, and no row', () => {
  const rows = [
    '| It ends | `ends` | `a.test.ts` |',
    '| It rests | `is not run` | `a.test.ts` |',
    '| It rests | `nor what is in it` | `a.test.ts` |',
    '| It is | `starts` | `b.test.ts` |',
    '| It hopes | | |',
  ]
  expect(findBehaviourBreaks(table(...rows), namesIn)).toEqual([
    'A row that cannot be read: | It hopes | | |',
    '"It ends": a.test.ts has no test "ends"',
    '"It rests": a.test.ts has no test "is not run"',
    '"It rests": a.test.ts has no test "nor what is in it"',
    '"It is": there is no file b.test.ts',
  ])
  expect(findBehaviourBreaks('', namesIn)).toEqual(['There is no behaviour.'])
})
