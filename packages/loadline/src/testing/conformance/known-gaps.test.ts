import { describe, expect, it } from 'vitest'
import { checkKnownGaps, runUnlessGap } from './known-gaps.js'

const passes = (): Promise<void> => Promise.resolve()
const fails = (): Promise<void> => Promise.reject(new Error('broken'))

describe('a known gap', () => {
  it('may fail, and must not pass', async () => {
    const gaps = { one: 'The backend has no answer to it.' }
    await runUnlessGap('one', gaps, fails)
    await expect(runUnlessGap('one', gaps, passes)).rejects.toThrow(/take it out of knownGaps/)
    await expect(runUnlessGap('two', gaps, fails)).rejects.toThrow('broken')
    await runUnlessGap('two', undefined, passes)
  })

  it('needs a reason, and a case', () => {
    expect(() => checkKnownGaps({ one: ' ' }, ['one'])).toThrow(/needs a reason/)
    expect(() => checkKnownGaps({ one: 'why' }, ['two'])).toThrow(/is not a case/)
    checkKnownGaps({ one: 'why' }, ['one'])
    checkKnownGaps(undefined, [])
  })
})
