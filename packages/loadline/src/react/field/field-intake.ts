import {
  type AddOptions,
  type AddResult,
  type CollectedFile,
  type FileRejection,
  type UploadQueue,
} from '../../core/index.js'
import type { AddedFile, IntakeKeeper } from '../upload/use-intake.js'
import { arrangeItems, type FieldUpload, type FileFieldItem } from './field-items.js'
import { fieldRejections } from './field-rejections.js'
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
    const excess = most === null ? 0 : Math.max(0, kept.length + ids.length - most)
    this.#places = ids.length === 0 ? [] : wanted.length > 0 ? wanted : kept.slice(0, excess)
    const room = roomFor(this.#limits(), kept.length)
    return {
      ids,
      rejections: fieldRejections([...rejections, ...known.map(duplicate)], {
        limits: { 'too-many': most ?? undefined, 'total-too-large': options.maxTotalSize },
        isFull: room !== null && ids.length >= room,
        add: (one) => this.add([one], { ...options, duplicates: 'allow' }).ids[0] ?? null,
      }),
    }
  }

  readonly adopt = (added: readonly AddedFile[]): void => {
    const places = this.#places
    this.#places = []
    const uploads = added.map(({ id, file }, index) => {
      const { size = file.size, path = null } = this.#queue.getTask(id) ?? {}
      // More places than files: the last takes what is left.
      const own = places.slice(index, index === added.length - 1 ? undefined : index + 1)
      const replaces = own.flatMap((place) => this.#leftBy(place))
      return { uploadId: id, size, key: keyOf({ file, path }), replaces }
    })
    this.#uploads.adopt(uploads)
    // Nothing of these is stored yet: they need not wait.
    this.#drop(places.flatMap(({ fileId, uploadId }) => (fileId === null ? (uploadId ?? []) : [])))
    const most = mostFiles(this.#limits())
    // Tried again they would be too many.
    if (most !== null && this.#held().length >= most) this.#drop(this.#failed())
  }

  /** The files of the value that go with what stands in this place. */
  #leftBy({ fileId, uploadId }: FileFieldItem): readonly string[] {
    if (fileId !== null) return [fileId]
    const { uploads } = this.#uploads.getState()
    return uploads.find((upload) => upload.uploadId === uploadId)?.replaces ?? []
  }

  #drop(uploadIds: readonly string[]): void {
    this.#uploads.forget(uploadIds)
    this.#queue.cancel(uploadIds)
    this.#queue.remove(uploadIds)
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
    const failed = new Set(this.#failed())
    return arrangeItems(this.#uploads.getState().uploads, this.#uploads.value).filter(
      ({ fileId, uploadId }) => fileId !== null || !failed.has(uploadId ?? ''),
    )
  }

  #failed(): readonly string[] {
    const { uploads } = this.#uploads.getState()
    return uploads.flatMap(({ status, uploadId }) => (status === 'failed' ? [uploadId] : []))
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

function duplicate({ file, path }: CollectedFile): FileRejection {
  const message = `"${file.name}" is part of the field.`
  return { file, path, errors: [{ code: 'duplicate', message }], addAnyway: () => null }
}
