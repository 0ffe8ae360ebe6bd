import { NextResponse, type NextRequest } from 'next/server'

/** The backend, `loadline-server` for one, as a part of this origin. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const backend = process.env['API_ADDRESS'] ?? 'http://localhost:4400'
  return NextResponse.rewrite(new URL(pathname + search, backend))
}

export const config = { matcher: '/api/:path*' }
