import type { JsonValue } from '../../core/index.js'

/** "04:12", "1:12:40" of so many seconds; `null` of anything else. */
export function clockOf(seconds: JsonValue | undefined): string | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return null
  const whole = Math.round(seconds)
  const two = (count: number): string => String(count).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const rest = `${two(minutes)}:${two(whole % 60)}`
  return hours === 0 ? rest : `${String(hours)}:${rest}`
}
