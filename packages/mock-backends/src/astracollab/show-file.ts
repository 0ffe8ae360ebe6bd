import type { AstraCollabFile, AstraCollabState } from './astracollab-state.js'

/** A file in the words of the dialect that is spoken. */
export function showFile(file: AstraCollabFile, state: AstraCollabState) {
  const { id, name, type, folderId, uploadedAt, updatedAt, metadata, bytes } = file
  const isDocs = (state.options.dialect ?? 'docs') === 'docs'
  return {
    id,
    name,
    size: isDocs ? bytes.length : String(bytes.length),
    type,
    url: urlOf(file, state),
    ...((isDocs || folderId !== null) && { folderId }),
    uploadedAt,
    updatedAt,
    ...((isDocs || Object.keys(metadata).length > 0) && { metadata }),
  }
}

/** Works without headers. @param expiresAt epoch seconds */
export function urlOf(
  { id, name }: AstraCollabFile,
  { origin }: AstraCollabState,
  expiresAt?: number,
): string {
  const until = expiresAt === undefined ? '' : `&expires=${expiresAt}`
  return `${origin}/cdn/${id}/${encodeURIComponent(name)}?signature=${id.slice(-8)}${until}`
}
