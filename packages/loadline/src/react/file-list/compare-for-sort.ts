import type { FileSort } from '../../core/index.js'

export interface Sortable {
  readonly name: string
  readonly size: number
  /** No page holds it yet. */
  readonly isUpload: boolean
  /** Its place among the uploads, in the order they were added. */
  readonly addedIndex: number
}

type Compare = (one: Sortable, other: Sortable) => number

/** Where an upload stands among stored files; `null`: that cannot be told, so it stands on top. */
export function compareForSort(sort: FileSort | undefined): Compare | null {
  const ascending = ascendingFor(sort)
  if (ascending === null) return null
  return sort?.direction === 'desc' ? (one, other) => ascending(other, one) : ascending
}

function ascendingFor(sort: FileSort | undefined): Compare | null {
  switch (sort?.key) {
    case 'name': {
      const collator = new Intl.Collator()
      return (one, other) => collator.compare(one.name, other.name)
    }
    case 'size':
      return (one, other) => one.size - other.size
    case 'createdAt':
    case 'updatedAt':
      // An upload is newer than what is stored; the two clocks are never compared.
      return (one, other) =>
        Number(one.isUpload) - Number(other.isUpload) || one.addedIndex - other.addedIndex
    default:
      return null
  }
}
