/**
 * The real time, moved to the middle of a half hour: signed addresses change with each, and a test that compares them
 * would fail now and then.
 */
export function steadyClock(): () => number {
  const halfHour = 1_800_000
  const toMiddle = halfHour / 2 - (Date.now() % halfHour)
  return () => Date.now() + toMiddle
}
