import type { AssociationInput, FileAssociation } from '../core/contract/index.js'
import type { BulkAnswer, IdsBody } from './bulk.js'

/** `GET /files/{id}/associations`. */
export interface ListAssociationsAnswer {
  readonly associations: readonly FileAssociation[]
}

/** `POST /associations`. Idempotent: a link that is there already is answered again. */
export interface CreateAssociationsBody extends AssociationInput {
  /** At most 200. */
  readonly fileIds: readonly string[]
}

/** `done` and `failed` name files; `associations` has one for each of `done`, in its order. */
export interface CreateAssociationsAnswer extends BulkAnswer {
  readonly associations: readonly FileAssociation[]
}

/** `POST /associations/delete`: `ids` are those of associations. */
export type DeleteAssociationsBody = IdsBody

export type DeleteAssociationsAnswer = BulkAnswer
