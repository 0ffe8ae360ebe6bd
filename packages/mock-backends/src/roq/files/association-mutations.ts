import { roqError } from '../roq-error.js'
import type { AssociationRow } from '../roq-rows.js'
import type { RoqState } from '../roq-state.js'
import { checkUuid, findFile, type Identity } from './identity.js'
import { matchFilter } from './match-filter.js'
import type { RoqViews } from './views.js'

interface Input {
  readonly entityName: string
  readonly entityReference: string
  readonly fileId: string
}

type BulkFilter = Readonly<
  Record<'fileId' | 'id', { equalTo?: string | null; valueIn?: readonly string[] | null } | null>
>

/** For servers only: a page has to ask its own. */
export function associationMutations(state: RoqState, views: RoqViews) {
  const { associations } = state
  const create = ({ entityName, entityReference, fileId }: Input, identity: Identity) => {
    checkIsServer(identity)
    findFile(state, identity, fileId)
    const isThere = [...associations.values()].some(
      (one) =>
        one.fileId === fileId &&
        one.entityName === entityName &&
        one.entityReference === entityReference,
    )
    if (isThere) throw roqError(400, 'UNIQUE_CONSTRAINT_VIOLATED')
    const row: AssociationRow = { ...state.newRow(), entityName, entityReference, fileId }
    associations.set(row.id, row)
    return views.association(row)
  }
  return {
    createFileAssociation: (
      { createFileAssociationDto }: { createFileAssociationDto: Input },
      identity: Identity,
    ) => create(createFileAssociationDto, identity),
    createFileAssociationV2: ({ data }: { data: Input }, identity: Identity) =>
      create(data, identity),
    deleteFileAssociations: ({ filter }: { filter: BulkFilter }, identity: Identity) => {
      checkIsServer(identity)
      for (const one of Object.values(filter)) {
        for (const id of Object.values(one ?? {}).flat()) if (id !== null) checkUuid(id)
      }
      const gone = [...associations.values()].filter(
        ({ id, fileId }) => matchFilter(id, filter.id) && matchFilter(fileId, filter.fileId),
      )
      for (const { id } of gone) associations.delete(id)
      return gone.map(({ id }) => id)
    },
  }
}

function checkIsServer({ isServer }: Identity): void {
  if (!isServer) throw roqError(403, 'FORBIDDEN')
}
