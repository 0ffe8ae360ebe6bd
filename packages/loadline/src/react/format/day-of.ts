const formats = new Map<string | undefined, Intl.DateTimeFormat>()

/**
 * The day that a moment falls on, as `2026-06-01`.
 * @param timeZone default: the browser's
 */
export function dayOf(at: number, timeZone: string | undefined): string {
  // Making one costs far more than using it.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  formats.set(timeZone, format)
  return format.format(at)
}
