import {
  supports,
  type AssociationInput,
  type BulkResult,
  type FileAdapter,
  type FileAssociation,
} from '../../core/index.js'
import type { FileTarget } from './collect-ids.js'
import type { ChangeBook } from './create-change-book.js'
import type { BulkOptions } from './create-file-actions.js'

export interface AssociationResult extends BulkResult {
  readonly associations: readonly FileAssociation[]
}

export interface AssociationActions {
  /** Links files with something of the application's own. One that is linked with it already stays so. */
  readonly associate:
    | ((
        target: FileTarget,
        association: AssociationInput,
        options?: BulkOptions,
      ) => Promise<AssociationResult>)
    | null
  /** Unlinks. The result is one of each association, not of each file. */
  readonly detach:
    | ((associationIds: readonly string[], options?: BulkOptions) => Promise<BulkResult>)
    | null
}

/** How it is done is loaded when it is done. */
export function associationActions(adapter: FileAdapter, book: ChangeBook): AssociationActions {
  return {
    associate: supports(adapter, 'createAssociations')
      ? async (target, association, options) =>
          (await load()).associateFiles(adapter, book, target, association, options)
      : null,
    detach: supports(adapter, 'deleteAssociations')
      ? async (ids, options) => (await load()).detachFiles(adapter, book, ids, options)
      : null,
  }
}

const load = () => import('./run-associations.js')
