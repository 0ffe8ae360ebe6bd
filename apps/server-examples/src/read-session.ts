import type { User } from 'loadline-server'

/** Stands for the application's own sign-in: sessions by the value of a cookie. */
const sessions: ReadonlyMap<string, User> = new Map([
  ['session-of-anna', { id: 'anna', name: 'Anna' }],
  ['session-of-bert', { id: 'bert', name: 'Bert' }],
])

export function readSession(request: Request): User | null {
  const cookies = request.headers.get('cookie')?.split('; ') ?? []
  const session = cookies.find((cookie) => cookie.startsWith('session='))
  return sessions.get(session?.slice('session='.length) ?? '') ?? null
}
