import type { Message, Workspace } from './workspace.js'

/** A message with a file, as the API tells it. */
export function messageJson(
  { uploads }: Workspace,
  { id, rid, fileId, user, msg, ts, isFileRemoved }: Message,
): Readonly<Record<string, unknown>> {
  const { name, type, typeGroup, size } = uploads.get(fileId)?.fields ?? {}
  const thumb = [...uploads.values()].find(({ fields }) => fields.originalFileId === fileId)
  const file = { _id: fileId, name, type, size, format: String(type).split('/')[1], typeGroup }
  const link = `/file-upload/${fileId}/${encodeURIComponent(String(name))}`
  const shared = { title: name, title_link: link, title_link_download: true, type: 'file', fileId }
  const picture = { image_url: link, image_type: type, image_size: size }
  return {
    ...{ _id: id, rid, msg, ts, _updatedAt: ts },
    u: { _id: user.id, username: user.username, name: user.name },
    file,
    files: thumb === undefined ? [file] : [file, { _id: thumb.id, ...thumb.fields }],
    attachments: isFileRemoved
      ? [{ type: 'removed-file', title: name }]
      : [typeGroup === 'image' ? { ...shared, ...picture } : { ...shared, size }],
  }
}
