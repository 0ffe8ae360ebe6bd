import type { Upload, UploadFields, Workspace } from './workspace.js'

/** A file as lists tell it. */
export interface FileRow extends UploadFields {
  readonly _id: string
  readonly rid: string
  readonly path: string
  readonly url: string
  /** There as long as that user is. */
  readonly user?: { readonly _id: string; readonly username: string; readonly name: string }
}

export function rowOf({ users, settings }: Workspace, { id, rid, fields }: Upload): FileRow {
  const user = users.get(fields.userId ?? '')
  const path = `${settings.basePath}/ufs/GridFS:Uploads/${id}/${encodeURI(fields.name ?? '')}`
  return {
    ...{ _id: id, rid, ...fields, path },
    url: settings.hasAbsoluteUrls ? `https://files.invalid${path}` : path,
    ...(user && { user: { _id: user.id, username: user.username, name: user.name } }),
  }
}
