import type { FileFolder } from '../core/contract/index.js'

/** `GET /folders?parentId=`: those right inside it, by name; empty is the root. */
export interface ListFoldersAnswer {
  readonly folders: readonly FileFolder[]
}

/** `POST /folders`. Answers 201; a name that is taken there is 409. */
export interface CreateFolderBody {
  /** Not blank. */
  readonly name: string
  /** `null` or absent: the root. */
  readonly parentId?: string | null
}

/** `DELETE /folders/{id}` answers 204, and 409 for a folder that is not empty. */
export type CreateFolderAnswer = FileFolder
