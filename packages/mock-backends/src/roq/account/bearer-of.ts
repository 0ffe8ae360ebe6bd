/** ROQ does not use the standard header. */
export function bearerOf(headers: Headers): string | null {
  const [, token = null] =
    /^Bearer (.+)$/.exec(headers.get('roq-platform-authorization') ?? '') ?? []
  return token
}
