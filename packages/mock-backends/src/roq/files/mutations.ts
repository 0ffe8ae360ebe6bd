import { roqError } from '../roq-error.js'
import type { FileRow } from '../roq-rows.js'
import { associationMutations } from './association-mutations.js'
import { createUpload, type CreateUploadInput } from './create-upload.js'
import { canSee, checkUuid, findFile, type Identity } from './identity.js'
import type { PostPolicies } from '../storage/post-policies.js'
import type { RoqState } from '../roq-state.js'
import type { RoqViews } from './views.js'

interface ById {
  readonly id: string
}

interface UpdateV2 {
  readonly data: {
    readonly fileId: string
    readonly name?: string | null
    readonly status?: string | null
  }
}

interface DeleteFilter {
  readonly filter?: {
    readonly id?: { readonly equalTo?: string | null; readonly valueIn?: readonly string[] | null }
  } | null
}

export interface MutationParts {
  readonly state: RoqState
  readonly views: RoqViews
  readonly policies: PostPolicies
}

/** The root fields of mutations, of both generations. */
export function mutations(parts: MutationParts) {
  const { state, views } = parts
  const change = (identity: Identity, id: string, changes: Partial<FileRow>) =>
    views.file(state.changeFile(findFile(state, identity, id), changes))
  return {
    createFileUpload: (asked: { createFileDto: CreateUploadInput }, identity: Identity) =>
      createUpload(parts, identity, asked.createFileDto),
    createFileUploadV2: (asked: { data: CreateUploadInput }, identity: Identity) =>
      createUpload(parts, identity, asked.data),
    updateFileStatus: ({ id, status }: ById & { status: string }, identity: Identity) => {
      checkStatusChange(state, findFile(state, identity, id), status)
      return change(identity, id, { status })
    },
    updateFile: (
      { id, updateFileDto: { name } }: ById & { updateFileDto: { name?: string | null } },
      identity: Identity,
    ) => change(identity, id, { ...(name && { name }) }),
    updateFileV2: ({ data: { fileId, name, status } }: UpdateV2, identity: Identity) => {
      if (status) checkStatusChange(state, findFile(state, identity, fileId), status)
      return change(identity, fileId, { ...(name && { name }), ...(status && { status }) })
    },
    deleteFiles: ({ filter }: DeleteFilter, identity: Identity) => {
      const { equalTo, valueIn } = filter?.id ?? {}
      const wanted = [...(equalTo ? [equalTo] : []), ...(valueIn ?? [])]
      wanted.forEach(checkUuid)
      const gone = wanted.filter((id) => deleteFile(state, identity, id))
      return gone
    },
    makeFilePublic: ({ id }: ById, identity: Identity) => change(identity, id, { isPublic: true }),
    makeFilePrivate: ({ id }: ById, identity: Identity) =>
      change(identity, id, { isPublic: false }),
    ...associationMutations(state, views),
  }
}

/** What is ready stays so, and nothing is ready without its bytes. */
function checkStatusChange({ objects }: RoqState, file: FileRow, status: string): void {
  if (file.status === 'ready') throw roqError(400, 'FILE_STATUS_UPDATE_FAILED', { status })
  if (status === 'ready' && !objects.has(file.key)) {
    throw roqError(400, 'FILE_NOT_COMPLETELY_UPLOADED_STATUS_UPDATE_FAILED', { status })
  }
}

function deleteFile(state: RoqState, identity: Identity, id: string): boolean {
  const file = state.files.get(id)
  if (file === undefined || !canSee(state, identity, file)) return false
  state.objects.delete(file.key)
  for (const one of state.associations.values()) {
    if (one.fileId === id) state.associations.delete(one.id)
  }
  return state.files.delete(id)
}
