import { randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { serviceAccountId, type RoqState } from '../roq-state.js'

/** Access tokens as ROQ gives them: JWTs that name the environment and the user. */
export class Tokens {
  readonly #state: RoqState
  readonly #secret = new TextEncoder().encode(randomUUID())
  readonly #refreshTokens = new Map<string, string>()
  readonly #revoked = new Set<string>()

  constructor(state: RoqState) {
    this.#state = state
  }

  /** @param expiresIn seconds */
  issue(userId: string, expiresIn = this.#state.settings.tokenTtl): Promise<string> {
    const now = Math.floor(this.#state.clock.now() / 1_000)
    return new SignJWT({
      roqEnvironmentId: this.#state.settings.environmentId,
      roqUserId: userId,
      notificationToken: randomUUID(),
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + expiresIn)
      .sign(this.#secret)
  }

  issueRefreshToken(userId: string): string {
    const token = randomUUID()
    this.#refreshTokens.set(token, userId)
    return token
  }

  /** A refresh token works once. */
  takeRefreshToken(token: string): string | null {
    const userId = this.#refreshTokens.get(token) ?? null
    this.#refreshTokens.delete(token)
    return userId
  }

  revoke(token: string): void {
    this.#revoked.add(token)
  }

  /** Whose it is; `null`: nobody's, or no longer. */
  async userOf(token: string): Promise<string | null> {
    if (this.#revoked.has(token)) return null
    try {
      const currentDate = new Date(this.#state.clock.now())
      const { payload } = await jwtVerify(token, this.#secret, { currentDate })
      const userId = payload['roqUserId']
      const isKnown = userId === serviceAccountId || this.#state.users.has(String(userId))
      return typeof userId === 'string' && isKnown ? userId : null
    } catch {
      return null
    }
  }
}
