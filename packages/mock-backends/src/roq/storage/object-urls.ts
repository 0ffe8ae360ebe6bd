import { createHmac } from 'node:crypto'
import type { RoqState } from '../roq-state.js'
import { amzDate, parseAmzDate } from './amz-date.js'

/** Addresses of stored objects: a public one lasts, a private one is signed anew whenever it is asked for. */
export class ObjectUrls {
  readonly #state: RoqState
  readonly #base: string
  readonly #secret: string

  constructor(state: RoqState, storageUrl: string, secret: string) {
    this.#state = state
    this.#base = `${storageUrl}/${state.bucket}`
    this.#secret = secret
  }

  /** Its spaces are as they are in the key, which is how ROQ gives them. */
  urlOf(key: string, isPublic: boolean): string {
    if (isPublic) return `${this.#base}/${key}`
    const { clock, settings } = this.#state
    const [date, expires] = [amzDate(clock.now()), String(settings.signedUrlTtl)]
    const params = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': date,
      'X-Amz-Expires': expires,
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': this.#sign(key, date, expires),
    })
    return `${this.#base}/${key}?${params}`
  }

  /** What is wrong with a private address; `null`: nothing. */
  check(key: string, params: URLSearchParams): 'unsigned' | 'expired' | 'changed' | null {
    const [date, expires] = [params.get('X-Amz-Date'), params.get('X-Amz-Expires')]
    const signature = params.get('X-Amz-Signature')
    if (date === null || expires === null || signature === null) return 'unsigned'
    if (signature !== this.#sign(key, date, expires)) return 'changed'
    const endsAt = parseAmzDate(date) + Number(expires) * 1_000
    return this.#state.clock.now() > endsAt ? 'expired' : null
  }

  #sign(key: string, date: string, expires: string): string {
    return createHmac('sha256', this.#secret).update(`${key}\n${date}\n${expires}`).digest('hex')
  }
}
