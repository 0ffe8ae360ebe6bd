import type { User, Workspace } from './workspace.js'

/** How long a link to the object store lives, ms. */
const linkLifeMs = 120_000

/** `/file-upload/:id/:name` and `/ufs/:store/:id/:name`: of the path only the id matters. No CORS here, as the vendor. */
export function download(
  workspace: Workspace,
  { id, request, user, storeUrl }: DownloadRequest,
): Response {
  const upload = workspace.findUpload(id)
  if (upload === undefined) return new Response(null, { status: 404 })
  const room = workspace.rooms.get(upload.rid)
  const isOpen = !workspace.settings.protectsFiles
  if (!isOpen && (user === null || !workspace.canAccess(room, user))) {
    return new Response(null, { status: 403 })
  }
  const { name, type, size } = upload.fields
  const isOnlyAsked = new URL(request.url).searchParams.get('replyWithRedirectUrl') === 'true'
  const expires = workspace.now() + linkLifeMs
  const link = `${storeUrl}/bucket/${id}?X-Amz-Signature=s3-secret&X-Amz-Date=${expires}`
  if (isOnlyAsked) {
    const { redirectsDownloads } = workspace.settings
    return Response.json(
      redirectsDownloads
        ? { redirectUrl: link, expires: linkLifeMs / 1_000, name, type, size }
        : { redirectUrl: false, name, type, size },
    )
  }
  if (workspace.settings.redirectsDownloads) {
    return new Response(null, { status: 302, headers: { location: link } })
  }
  return bytesAnswer(request, upload.bytes, {
    'content-type': String(type),
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(String(name))}`,
    'cache-control': 'max-age=31536000',
    'content-security-policy': "default-src 'none'",
  })
}

export interface DownloadRequest {
  readonly id: string
  readonly request: Request
  readonly user: User | null
  /** Of the object store that downloads may be sent on to. */
  readonly storeUrl: string
}

/** Whole, or the one range that was asked for. */
export function bytesAnswer(
  request: Request,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Response {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '')
  if (range === null) {
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'accept-ranges': 'bytes' },
    })
  }
  const start = Number(range[1])
  const end = Math.min(range[2] === '' ? Infinity : Number(range[2]), bytes.length - 1)
  if (start > end) {
    return new Response(null, {
      status: 416,
      headers: { 'content-range': `bytes */${bytes.length}` },
    })
  }
  return new Response(bytes.slice(start, end + 1), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${bytes.length}` },
  })
}
