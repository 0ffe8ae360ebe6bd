import type { FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import type { GetGrant } from '../store/object-store.js'
import { downloadName } from '../store/disk/download-name.js'

export interface FileLinks {
  readonly url: string | null
  readonly urlExpiresAt: string | null
  readonly thumbnailUrl: string | null
}

type Grant = Omit<GetGrant, 'expiresAt'>

/** Of a file that is `ready`; a public one has addresses that stay, where the API knows its own. */
export async function linksTo(context: ServerContext, row: FileRow): Promise<FileLinks> {
  if (row.status !== 'ready') return { url: null, urlExpiresAt: null, thumbnailUrl: null }
  const thumbnail = thumbnailOf(row)
  if (row.visibility === 'public' && context.apiUrl !== null) {
    const name = encodeURIComponent(downloadName(row.name))
    const url = `${context.apiUrl}/public/${row.id}/${name}`
    const thumbnailUrl = thumbnail === null ? null : `${url}?variant=thumbnail`
    return { url, urlExpiresAt: null, thumbnailUrl }
  }
  const expiresAt = steadyExpiry(context)
  return {
    url: await sign(context, originalOf(row), expiresAt),
    urlExpiresAt: new Date(Math.floor(expiresAt / 1000) * 1000).toISOString(),
    thumbnailUrl: thumbnail === null ? null : await sign(context, thumbnail, expiresAt),
  }
}

export async function sign(
  { store }: Pick<ServerContext, 'store'>,
  grant: Grant,
  expiresAt: number,
): Promise<string> {
  return (await store.signGet({ ...grant, expiresAt })).url
}

export function originalOf({ objectKey: key, contentType, name }: FileRow): Grant {
  return { key, contentType, name }
}

/** Its key is written down before it is made, its measures after that. */
export function thumbnailOf({ thumbnailKey: key, imageWidth }: FileRow): Grant | null {
  if (key === null || imageWidth === null) return null
  return { key, contentType: 'image/webp', name: 'thumbnail.webp' }
}

/** The same for half of its life: an image in a list is not fetched again at each refresh. */
function steadyExpiry({ urlLifeMs, now }: ServerContext): number {
  const step = Math.max(1000, urlLifeMs / 2)
  return Math.ceil((Math.floor(now() / step) + 2) * step)
}
