import {
  storedFile,
  UploadError,
  type AssociationInput,
  type FileAssociation,
  type FileCategory,
  type StoredFile,
  type StoredFileInput,
} from '../../core/index.js'
import type { Revision } from './memory-calls.js'
import { orderOf } from './memory-order.js'
import { memorySortKeys } from './memory-query.js'

/** The files of a memory backend with their bytes and categories. */
export class MemoryFiles {
  readonly #files = new Map<string, StoredFile>()
  readonly #bodies = new Map<string, Blob>()
  readonly #categories = new Map<string, FileCategory>()
  readonly #revision: Revision
  #associations = 0
  /** Made when asked for, until a file changes. */
  #all: readonly StoredFile[] | null = null

  constructor(
    files: readonly StoredFileInput[],
    categories: readonly FileCategory[],
    revision: Revision,
  ) {
    this.#revision = revision
    for (const file of files) this.#files.set(file.id, storedFile({ status: 'ready', ...file }))
    for (const category of categories) this.#categories.set(category.key, category)
    for (const key of memorySortKeys) orderOf(this.all(), key)
  }

  /** The same array as long as no file has changed. */
  all(): readonly StoredFile[] {
    this.#all ??= [...this.#files.values()]
    return this.#all
  }

  find(id: string): StoredFile | undefined {
    return this.#files.get(id)
  }

  /** @throws UploadError `not-found` */
  get(id: string): StoredFile {
    const file = this.#files.get(id)
    if (file === undefined) throw new UploadError('not-found')
    return file
  }

  body(id: string): Blob | undefined {
    return this.#bodies.get(id)
  }

  add(file: StoredFile, body: Blob): void {
    this.#files.set(file.id, file)
    this.#bodies.set(file.id, body)
    this.#changed()
  }

  /** `updatedAt` always grows, so that an older answer can be told from a newer one. */
  change(id: string, changes: Partial<StoredFile>): StoredFile {
    const file = this.get(id)
    const entries = Object.entries(changes) as [keyof StoredFile, unknown][]
    if (entries.every(([key, value]) => file[key] === value)) return file
    const now = Math.max(Date.now(), Date.parse(file.updatedAt ?? '') + 1 || 0)
    const changed = { ...file, ...changes, updatedAt: new Date(now).toISOString() }
    this.#files.set(id, changed)
    this.#changed()
    return changed
  }

  /** @throws UploadError `not-found` */
  delete(id: string): void {
    this.get(id)
    this.#files.delete(id)
    this.#bodies.delete(id)
    this.#changed()
  }

  #changed(): void {
    this.#all = null
    this.#revision.value += 1
  }

  categories(): readonly FileCategory[] {
    return [...this.#categories.values()]
  }

  /** A key that was not heard of becomes a category without rules. */
  category(key: string | null): FileCategory | null {
    if (key === null) return null
    const rules = { maxSize: null, contentTypes: null, defaultVisibility: null }
    const category = this.#categories.get(key) ?? { id: key, key, name: key, ...rules }
    this.#categories.set(key, category)
    return category
  }

  newAssociations(inputs: readonly AssociationInput[]): readonly FileAssociation[] {
    return inputs.map(({ entityName, entityReference }) => {
      this.#associations += 1
      return { id: `association-${this.#associations}`, entityName, entityReference }
    })
  }

  associate(id: string, input: AssociationInput): FileAssociation {
    const { associations } = this.get(id)
    const known = associations?.find(
      ({ entityName, entityReference }) =>
        entityName === input.entityName && entityReference === input.entityReference,
    )
    if (known !== undefined) return known
    const [made] = this.newAssociations([input])
    if (made === undefined) throw new UploadError('unknown')
    this.change(id, { associations: [...(associations ?? []), made] })
    return made
  }

  /** @throws UploadError `not-found` */
  dissociate(associationId: string): void {
    const file = this.all().find((one) => one.associations?.some(({ id }) => id === associationId))
    if (file === undefined) throw new UploadError('not-found')
    const associations = (file.associations ?? []).filter(({ id }) => id !== associationId)
    this.change(file.id, { associations })
  }
}
