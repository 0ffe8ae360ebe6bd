import {
  type AddOptions,
  type AddResult,
  type CollectedFile,
  type FileRejection,
  type UploadQueue,
} from '../../core/index.js'
import type { AddedFile, IntakeKeeper } from '../upload/use-intake.js'
import { arrangeItems, type FieldUpload, type FileFieldItem } from './field-items.js'
import type { FieldUploads } from './field-uploads.js'

export interface FieldLimits {
  readonly multiple?: boolean | undefined
  readonly maxFiles?: number | undefined
  readonly overflow?: 'reject' | 'replace' | undefined
}

/** Files that a field may hold; `null`: any number. */
function mostFiles({ multiple = true, maxFiles }: FieldLimits): number | null {
  return multiple ? (maxFiles ?? null) : Math.min(maxFiles ?? 1, 1)
}

/** Files that can still be added. */
export function roomFor(limits: FieldLimits, heldCount: number): number | null {
  const most = mostFiles(limits)
  if (most === null || limits.overflow === 'replace') return most
  return Math.max(0, most - heldCount)
}

/** A field counts its own files: those of its value too, and not those of other fields. */
export class FieldIntake implements IntakeKeeper {
  readonly #queue: UploadQueue
  readonly #uploads: FieldUploads
  readonly #limits: () => FieldLimits
  #wanted: string | null = null
  /** For each file that is adopted, what it takes the place of. */
  #places: FileFieldItem[] = []

  constructor(queue: UploadQueue, uploads: FieldUploads, limits: () => FieldLimits) {
    this.#queue = queue
    this.#uploads = uploads
    this.#limits = limits
  }

  /** What `add` takes meanwhile comes in the place of this item. */
  replacing(itemId: string, add: () => void): void {
    this.#wanted = itemId
    add()
    this.#wanted = null
  }

  readonly add = (files: readonly CollectedFile[], options: AddOptions): AddResult => {
    const held = this.#held()
    const wanted = held.filter(({ id }) => id === this.#wanted)
    const kept = held.filter(({ id }) => id !== this.#wanted)
    const rules = this.#rules(options, kept)
    const [fresh, known] = splitKnown(files, this.#uploadsOf(kept), rules)
    const { ids, rejections } = this.#queue.add(fresh, rules)
    const most = mostFiles(this.#limits())
    const excess = most === null ? 0 : kept.length + ids.length - most
    this.#places = wanted.length > 0 ? wanted : kept.slice(0, Math.max(0, excess))
    if (ids.length === 0) this.#places = []
    const addAnyway = (one: CollectedFile) => () =>
      this.#queue.add([one], { ...rules, duplicates: 'allow' }).ids[0] ?? null
    const limits = { 'too-many': most ?? undefined, 'total-too-large': options.maxTotalSize }
    return {
      ids,
      rejections: [
        ...rejections.map((one) => withLimits(one, limits)),
        ...known.map((one) => duplicate(one, addAnyway(one))),
      ],
    }
  }

  readonly adopt = (added: readonly AddedFile[]): void => {
    const places = this.#places.splice(0, added.length)
    this.#uploads.adopt(
      added.map(({ id, file }, index) => {
        const { size = file.size, path = null } = this.#queue.getTask(id) ?? {}
        const replaced = places[index]?.fileId
        const replaces = typeof replaced === 'string' ? [replaced] : []
        return { uploadId: id, size, key: keyOf({ file, path }), replaces }
      }),
    )
    // Nothing of these is stored yet: they need not wait.
    const gone = places.flatMap(({ fileId, uploadId }) => (fileId === null ? (uploadId ?? []) : []))
    this.#uploads.forget(gone)
    this.#queue.cancel(gone)
    this.#queue.remove(gone)
  }

  /** The queue counts all of a scope; of it only the field's own files are to count. */
  #rules(options: AddOptions, kept: readonly FileFieldItem[]): AddOptions {
    const { maxTotalSize, scope } = options
    const { counts, totalBytes } = this.#queue.getTotals(scope)
    const queued = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.cancelled
    const keptBytes = this.#uploadsOf(kept).reduce((sum, { size }) => sum + size, 0)
    const room = roomFor(this.#limits(), kept.length)
    return {
      ...options,
      maxFiles: room === null ? undefined : queued + room,
      maxTotalSize: maxTotalSize === undefined ? undefined : maxTotalSize - keptBytes + totalBytes,
    }
  }

  /** A failed upload takes no place. */
  #held(): readonly FileFieldItem[] {
    const { uploads } = this.#uploads.getState()
    const failed = new Set(
      uploads.flatMap(({ status, uploadId }) => (status === 'failed' ? [uploadId] : [])),
    )
    return arrangeItems(uploads, this.#uploads.value).filter(
      ({ fileId, uploadId }) => fileId !== null || !failed.has(uploadId ?? ''),
    )
  }

  #uploadsOf(items: readonly FileFieldItem[]): readonly FieldUpload[] {
    const ids = new Set(items.map(({ uploadId }) => uploadId))
    return this.#uploads.getState().uploads.filter(({ uploadId }) => ids.has(uploadId))
  }
}

function keyOf({ file, path }: CollectedFile): string {
  const { name, size, type, lastModified } = file
  return [path, name, size, type, lastModified].join('\0')
}

/** The queue knows only the duplicates of what is not settled. */
function splitKnown(
  files: readonly CollectedFile[],
  held: readonly FieldUpload[],
  { duplicates }: AddOptions,
): readonly [readonly CollectedFile[], readonly CollectedFile[]] {
  if (duplicates === 'allow') return [files, []]
  const keys = new Set(held.flatMap(({ status, key }) => (status === 'stored' ? [key] : [])))
  const isKnown = (file: CollectedFile) => keys.has(keyOf(file))
  return [files.filter((file) => !isKnown(file)), files.filter(isKnown)]
}

function duplicate({ file, path }: CollectedFile, addAnyway: () => string | null): FileRejection {
  const message = `"${file.name}" is part of the field.`
  return { file, path, errors: [{ code: 'duplicate', message }], addAnyway }
}

/** The field's own limits in place of those that the queue was given. */
function withLimits(
  rejection: FileRejection,
  limits: Readonly<Record<string, number | undefined>>,
): FileRejection {
  const errors = rejection.errors.map((reason) => {
    const limit = limits[reason.code]
    return limit === undefined ? reason : { ...reason, limit }
  })
  return { ...rejection, errors }
}
