import { describe, expect, it } from 'vitest'
import { createByteFormat } from './format-bytes.js'

const { bytes, limit, pair, perSecond } = createByteFormat('en-GB')

describe('bytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [842_000, '842 kB'],
    [999_600, '1.0 MB'],
    [3_800_000, '3.8 MB'],
    [48_000_000, '48.0 MB'],
    [99_960_000, '100 MB'],
    [820_000_000, '820 MB'],
    [999_960_000, '1.00 GB'],
    [1_920_000_000, '1.92 GB'],
    [86_400_000_000, '86.4 GB'],
    [5e18, '5,000 PB'],
  ])('writes %d as %s', (count, text) => {
    expect(bytes(count)).toBe(text)
  })

  it('writes a limit without digits that say nothing', () => {
    expect(limit(5_000_000_000)).toBe('5 GB')
    expect(limit(1_240_000_000)).toBe('1.2 GB')
    expect(limit(500)).toBe('500 bytes')
  })

  it('names a shared unit once', () => {
    expect(pair(1_190_000_000, 1_920_000_000)).toEqual({ sent: '1.19', total: '1.92 GB' })
    expect(pair(412_000_000, 2_480_000_000)).toEqual({ sent: '412 MB', total: '2.48 GB' })
  })

  it('writes a speed', () => {
    expect(perSecond(18_400_000)).toBe('18.4 MB/s')
  })

  it('follows the locale', () => {
    expect(createByteFormat('de').bytes(3_800_000)).toMatch(/^3,8\sMB$/u)
    expect(createByteFormat('ja').bytes(3_800_000)).toBe('3.8 MB')
  })

  it('abbreviates every unit or none', () => {
    const arabic = createByteFormat('ar')
    expect(arabic.bytes(842_000)).toBe('842 ك.ب')
    expect(arabic.bytes(3_800_000)).toBe('3.8 م.ب')
    expect(arabic.perSecond(842_000)).toBe('842 ك.ب/ث')
  })
})
