import { proxy } from 'hono/proxy'

/** Asks the same path of another server, with these headers too. */
export function forward(
  request: Request,
  origin: string,
  added: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = new Headers(request.headers)
  for (const [name, value] of Object.entries(added)) headers.set(name, value)
  return proxy(origin + pathname + search, { raw: request, headers })
}
