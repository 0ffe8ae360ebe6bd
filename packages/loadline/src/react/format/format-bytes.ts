const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const

type ByteUnit = (typeof units)[number]

interface ScaledBytes {
  readonly value: number
  readonly unit: ByteUnit
  readonly fractionDigits: number
}

export interface ByteFormat {
  /** "842 kB", "48.0 MB", "1.92 GB": as many digits as keep a running figure steady. */
  readonly bytes: (bytes: number) => string
  /** "5 GB", "1.2 GB": a limit, without digits that say nothing. */
  readonly limit: (bytes: number) => string
  /** "1.19", "1.92 GB" where both have one unit, else "412 MB", "2.48 GB". */
  readonly pair: (sent: number, total: number) => { readonly sent: string; readonly total: string }
  readonly perSecond: (bytes: number) => string
}

/** "Short" is an abbreviation for some of the units and a long word for others there. */
const narrowLanguages = new Set(['ar'])

export function createByteFormat(locale: string): ByteFormat {
  const abbreviated = narrowLanguages.has(new Intl.Locale(locale).language) ? 'narrow' : 'short'
  // Making a format costs far more than using it, and there are few.
  const formats = new Map<string, Intl.NumberFormat>()
  const formatFor = (unit: ByteUnit, fractionDigits: number, suffix: string) => {
    const key = `${unit}${suffix}${fractionDigits}`
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: `${unit}${suffix}`,
        // A short "byte" has no plural: "512 byte".
        unitDisplay: unit === 'byte' && suffix === '' ? 'long' : abbreviated,
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      })
    formats.set(key, format)
    return format
  }
  const write = ({ value, unit, fractionDigits }: ScaledBytes, suffix = '') =>
    formatFor(unit, fractionDigits, suffix).format(value)

  const bytes = (count: number) => write(scaleBytes(count))
  return {
    bytes,
    limit: (count) => {
      const { value, unit } = scaleBytes(count)
      return write({ value, unit, fractionDigits: Number.isInteger(round(value, 1)) ? 0 : 1 })
    },
    pair: (sent, total) => {
      const [from, to] = [scaleBytes(sent), scaleBytes(total)]
      if (from.unit !== to.unit) return { sent: bytes(sent), total: bytes(total) }
      const number = new Intl.NumberFormat(locale, {
        minimumFractionDigits: from.fractionDigits,
        maximumFractionDigits: from.fractionDigits,
      })
      return { sent: number.format(from.value), total: write(to) }
    },
    perSecond: (count) => write(scaleBytes(count), '-per-second'),
  }
}

/** Decimal units. Rounding comes first, so that 999.96 MB is written 1.00 GB. */
function scaleBytes(bytes: number): ScaledBytes {
  const count = Math.max(0, bytes)
  for (const [power, unit] of units.entries()) {
    const value = count / 1000 ** power
    const fractionDigits = digitsFor(unit, value)
    const isLast = power === units.length - 1
    if (round(value, fractionDigits) < 1000 || isLast) return { value, unit, fractionDigits }
  }
  return { value: count, unit: 'byte', fractionDigits: 0 }
}

function digitsFor(unit: ByteUnit, value: number): number {
  if (unit === 'byte' || unit === 'kilobyte' || round(value, 1) >= 100) return 0
  if (unit === 'megabyte' || round(value, 2) >= 10) return 1
  return 2
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
