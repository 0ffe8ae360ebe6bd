import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import type { DemoConfig } from '../src/read-config.js'

export interface SiteOptions {
  /** The built demo. */
  readonly directory: string
  /** What pages are told. */
  readonly config: DemoConfig
  /** Origins that pages may reach beside their own. */
  readonly connectTo: readonly string[]
}

interface SiteFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const configMark = '<!-- loadline-config -->'

/**
 * Reads the built demo once and answers from memory: a path is looked up among the files that were
 * there, so that none can lead to another file.
 */
export async function loadSite(
  options: SiteOptions,
): Promise<(request: Request) => Promise<Response>> {
  const files = await readFiles(options)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method not allowed', { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    const { pathname } = new URL(request.url)
    const file = files.get(pathname === '/' ? '/index.html' : pathname)
    if (file === undefined) {
      return new Response('Not found', {
        status: 404,
        headers: { 'x-content-type-options': 'nosniff' },
      })
    }
    const body = request.method === 'HEAD' ? null : file.body
    return new Response(body, { headers: file.headers })
  }
}

async function readFiles(options: SiteOptions): Promise<ReadonlyMap<string, SiteFile>> {
  const policy = contentSecurityPolicy(options.connectTo)
  const files = new Map<string, SiteFile>()
  const entries = await readdir(options.directory, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const pathname = `/${relative(options.directory, path).split(sep).join('/')}`
    const isPage = pathname.endsWith('.html')
    const content = await readFile(path)
    const body = isPage
      ? Buffer.from(withConfig(content.toString('utf8'), options.config))
      : content
    files.set(pathname, {
      body: new Uint8Array(body),
      headers: {
        'content-type': getMimeType(entry.name) ?? 'application/octet-stream',
        'content-length': String(body.length),
        // The build puts a hash of the content into these names.
        'cache-control': pathname.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        ...(isPage ? { 'content-security-policy': policy } : {}),
      },
    })
  }
  return files
}

function withConfig(html: string, config: DemoConfig): string {
  const json = JSON.stringify(config).replaceAll('<', '\\u003c')
  const script = `<script type="application/json" id="loadline-config">${json}</script>`
  return html.replace(configMark, () => script)
}

function contentSecurityPolicy(connectTo: readonly string[]): string {
  const others = connectTo.join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' blob: data: ${others}`,
    `media-src 'self' blob: ${others}`,
    `connect-src 'self' blob: ${others}`,
    // A PDF is shown by the browser itself.
    'frame-src blob:',
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
