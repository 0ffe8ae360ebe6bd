import {
  safeUrl,
  readShape,
  statusError,
  UploadError,
  type CallContext,
  type Headers,
  type ReadFileOptions,
  type StoredFile,
} from '../../core/index.js'
import type { RocketChatClient } from './rocket-chat-client.js'

/**
 * The bytes of a file. By `fetch`, which can stop at a redirect: the server may send the reader on to an object
 * store, and nobody but itself is shown the token.
 */
export async function readBytes(
  { id, name }: StoredFile,
  { variant, range }: ReadFileOptions,
  client: RocketChatClient,
  { signal }: CallContext,
): Promise<Blob> {
  if (variant === 'thumbnail') {
    throw new UploadError('unsupported', { message: 'Rocket.Chat does not list thumbnails.' })
  }
  const url = client.urlOf(`/file-upload/${encodeURIComponent(id)}/${encodeURIComponent(name)}`)
  const auth = await client.authHeaders()
  const rangeHeader: Headers =
    range === undefined ? {} : { range: `bytes=${range.start}-${range.end ?? ''}` }
  const answer = await load(url, { ...auth, ...rangeHeader }, signal)
  const isElsewhere = answer.type === 'opaqueredirect' || isRedirect(answer.status)
  const bytes = isElsewhere
    ? await load(await linkOf(url, auth, signal), rangeHeader, signal)
    : answer
  if (!bytes.ok) throw statusError(bytes.status, { message: `The file was not read.` })
  const blob = await bytes.blob()
  // A server that passes over the range answers all.
  return range !== undefined && bytes.status === 200
    ? blob.slice(range.start, range.end === null ? undefined : range.end + 1, blob.type)
    : blob
}

/** Asks where the bytes are instead of being sent there. */
async function linkOf(url: string, auth: Headers, signal: AbortSignal): Promise<string> {
  const answer = await load(`${url}?replyWithRedirectUrl=true`, auth, signal)
  if (!answer.ok) throw statusError(answer.status)
  const body: unknown = await answer.json().catch(() => null)
  const link = safeUrl(readShape(body, 'answer').textOrNull('redirectUrl'))
  if (link !== null) return link
  throw new UploadError('server', { message: 'Rocket.Chat does not say where the file is.' })
}

async function load(url: string, headers: Headers, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      headers,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
  } catch (cause) {
    if (signal.aborted) throw new UploadError('cancelled')
    throw new UploadError('network', { message: 'The file was not answered.', cause })
  }
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}
