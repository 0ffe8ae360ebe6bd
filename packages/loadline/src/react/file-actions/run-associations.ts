import {
  UploadError,
  type AssociationInput,
  type BulkResult,
  type FileAdapter,
  type FileAssociation,
  type OptionalMethods,
  type StoredFile,
} from '../../core/index.js'
import type { AssociationResult } from './association-actions.js'
import { collectIds, type FileTarget } from './collect-ids.js'
import type { ChangeBook } from './create-change-book.js'
import type { BulkOptions } from './create-file-actions.js'
import { runInBatches } from './run-in-batches.js'

type With<Method extends keyof OptionalMethods> = FileAdapter & Pick<OptionalMethods, Method>

/** Until the backend gave it an id. */
const provisionalId = ''

/** @throws UploadError `validation` where a name is empty; others where it cannot be found out which files are meant */
export async function associateFiles(
  adapter: With<'createAssociations'>,
  book: ChangeBook,
  target: FileTarget,
  input: AssociationInput,
  { signal = new AbortController().signal, onFiles, onProgress }: BulkOptions = {},
): Promise<AssociationResult> {
  assertComplete(input)
  const ids = await collectIds(adapter, target, { signal, onFiles })
  const before = book.files()
  const associations: FileAssociation[] = []
  const made = new Map<string, FileAssociation>()
  const withLink = (id: string): Partial<StoredFile> => {
    const known = before.get(id)?.associations
    // Where the backend does not say what there is, it is not known what there will be.
    if (!known) return {}
    return { associations: withOne(known, made.get(id) ?? { ...input, id: provisionalId }) }
  }
  const begun = book.begin(ids, withLink)
  const call = async (batch: readonly string[], own: AbortSignal): Promise<BulkResult> => {
    const result = await adapter.createAssociations(batch, input, { signal: own })
    associations.push(...result.associations)
    if (result.associations.length === result.done.length) {
      result.associations.forEach((link, index) => made.set(result.done[index] ?? '', link))
    }
    return result
  }
  const result = await runInBatches(ids, call, {
    ...{ size: adapter.features.maxFilesPerBatch, signal, onProgress },
    onBatch: ({ done, failed }) => {
      begun.settle(done, withLink)
      begun.undo(failed.map(({ id }) => id))
    },
  })
  void book.refresh()
  return { ...result, associations }
}

function withOne(
  known: readonly FileAssociation[],
  link: FileAssociation,
): readonly FileAssociation[] {
  const isSame = (one: FileAssociation): boolean =>
    one.entityName === link.entityName && one.entityReference === link.entityReference
  return known.some(isSame) ? known : [...known, link]
}

function assertComplete({ entityName, entityReference }: AssociationInput): void {
  const fields = { entityName, entityReference }
  for (const [field, value] of Object.entries(fields)) {
    if (value.trim() === '') throw new UploadError('validation', { details: { field } })
  }
}

export async function detachFiles(
  adapter: With<'deleteAssociations'>,
  book: ChangeBook,
  ids: readonly string[],
  { signal = new AbortController().signal, onProgress }: BulkOptions = {},
): Promise<BulkResult> {
  const files = [...book.files().values()].filter((file) => hasAny(file, ids))
  const fileIds = files.map(({ id }) => id)
  const before = new Map(files.map((file) => [file.id, file.associations ?? []]))
  const without = (gone: readonly string[]) => (fileId: string) => ({
    associations: (before.get(fileId) ?? []).filter(({ id }) => !gone.includes(id)),
  })
  const begun = book.begin(fileIds, without(ids))
  const call = (batch: readonly string[], own: AbortSignal) =>
    adapter.deleteAssociations(batch, { signal: own })
  const result = await runInBatches(ids, call, {
    size: adapter.features.maxFilesPerBatch,
    signal,
    onProgress,
  })
  // Someone else was quicker: that is what was wanted.
  const failed = result.failed.filter(({ error }) => error.code !== 'not-found')
  const done = ids.filter((id) => !failed.some((failure) => failure.id === id))
  if (done.length === 0) begun.undo(fileIds)
  else begun.settle(fileIds, without(done))
  void book.refresh()
  return { done, failed }
}

function hasAny({ associations }: StoredFile, ids: readonly string[]): boolean {
  return associations?.some(({ id }) => ids.includes(id)) ?? false
}
