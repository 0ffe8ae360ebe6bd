/** Cases that a subject is known to fail, each with the reason. */
export type KnownGaps = Readonly<Record<string, string>>

/**
 * Runs a case. A known gap must fail: one that passes is no gap any more, and says so.
 * @throws whatever the case throws
 */
export async function runUnlessGap(
  name: string,
  gaps: KnownGaps | undefined,
  run: () => Promise<void>,
): Promise<void> {
  const reason = gaps?.[name]
  if (reason === undefined) return run()
  const hasFailed = await run().then(
    () => false,
    () => true,
  )
  if (!hasFailed) throw new Error(`"${name}" passes: take it out of knownGaps ("${reason}").`)
}

/** @throws Error for a gap without a reason, or one that is no case. */
export function checkKnownGaps(gaps: KnownGaps | undefined, names: readonly string[]): void {
  for (const [name, reason] of Object.entries(gaps ?? {})) {
    if (reason.trim() === '') throw new Error(`The known gap "${name}" needs a reason.`)
    if (!names.includes(name)) throw new Error(`The known gap "${name}" is not a case.`)
  }
}
