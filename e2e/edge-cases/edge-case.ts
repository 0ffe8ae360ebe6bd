import { edgeCases } from 'loadline-mock-backends'
import { expect, it } from 'vitest'

/** What a check is given: a setting in which the promise is kept, or a wrong variant of it. */
export interface EdgeCaseSettings<Setting> {
  readonly real: () => Setting | Promise<Setting>
  /** An adapter or a server with one planted fault, by what the fault is. */
  readonly wrong: Readonly<Record<string, () => Setting | Promise<Setting>>>
}

/**
 * The test of one row of the table of edge cases, and beside it the proof that the test can fail: the same check
 * against each wrong variant has to be refused by an assertion.
 */
export function edgeCase<Setting>(
  number: number,
  { real, wrong }: EdgeCaseSettings<Setting>,
  check: (setting: Setting) => Promise<void>,
): void {
  const row = edgeCases.find((one) => one.number === number)
  if (row === undefined) throw new Error(`The table of edge cases has no number ${number}.`)
  const faults = Object.entries(wrong)
  if (faults.length === 0) throw new Error(`Nothing is planted that E${number} would find.`)
  it(`E${number} ${row.happens}: ${row.promise}`, async () => {
    expect.hasAssertions()
    await check(await real())
  })
  for (const [fault, make] of faults) {
    it(`finds what is planted for ${number}: ${fault}`, async () => {
      const setting = await make()
      await expect(check(setting)).rejects.toMatchObject({ name: 'AssertionError' })
    })
  }
}
