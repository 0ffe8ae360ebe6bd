export type Variables = Readonly<Record<string, string | undefined>>
export type Fail = (message: string) => void

/** An empty variable is one that is not set. */
export function given(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim()
  return value === '' ? undefined : value
}

export function readNumber(
  variables: Variables,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
  fail: Fail,
): number {
  const text = given(variables, name) ?? String(fallback)
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  fail(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
  return fallback
}
