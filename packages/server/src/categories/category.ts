import type { GetFileAnswer } from 'loadline/protocol'
import { ProblemError } from '../http/problem.js'

type WireCategory = NonNullable<GetFileAnswer['category']>

/** What the operator allows under a key. */
export interface Category {
  /** What uploads name it by, e.g. `USER_FILES`. */
  readonly key: string
  readonly name: string
  /** Bytes. */
  readonly maxSize?: number | null | undefined
  /** MIME types, `image/*` included. */
  readonly contentTypes?: readonly string[] | null | undefined
  readonly defaultVisibility?: 'public' | 'private' | null | undefined
}

export type Categories = ReadonlyMap<string, WireCategory>

export function indexCategories(categories: readonly Category[]): Categories {
  const entries = categories.map(({ key, name, maxSize, contentTypes, defaultVisibility }) => {
    const wire: WireCategory = {
      id: key,
      key,
      name,
      maxSize: maxSize ?? null,
      contentTypes: contentTypes ?? null,
      defaultVisibility: defaultVisibility ?? null,
    }
    return [key, wire] as const
  })
  return new Map(entries)
}

/** A file of a category that has left the configuration keeps its key. */
export function categoryOf(categories: Categories, key: string | null): WireCategory | null {
  if (key === null) return null
  const unknown = { maxSize: null, contentTypes: null, defaultVisibility: null }
  return categories.get(key) ?? { id: key, key, name: key, ...unknown }
}

interface Candidate {
  readonly category: string | null
  readonly contentType: string
  readonly size: number
}

/** @throws ProblemError where the category is unknown, or refuses the file's size or type. */
export function assertFitsCategory(
  categories: Categories,
  candidate: Candidate,
  maxObjectSize: number | null,
): WireCategory | null {
  const category = candidate.category === null ? null : categories.get(candidate.category)
  if (category === undefined) {
    const details = { reason: 'category-unknown' }
    throw new ProblemError(422, 'validation', 'There is no such category.', details)
  }
  const limit = Math.min(category?.maxSize ?? Infinity, maxObjectSize ?? Infinity)
  if (candidate.size > limit) {
    throw new ProblemError(422, 'too-large', `The limit is ${limit} bytes.`, { limit })
  }
  const allowed = category?.contentTypes ?? null
  if (allowed !== null && !allowed.some((type) => matchesType(candidate.contentType, type))) {
    const detail = 'Files of this type are not allowed here.'
    throw new ProblemError(422, 'type-not-allowed', detail, { allowed })
  }
  return category
}

function matchesType(contentType: string, pattern: string): boolean {
  const essence = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  const wanted = pattern.toLowerCase()
  if (wanted === '*/*') return true
  return wanted.endsWith('/*') ? essence.startsWith(wanted.slice(0, -1)) : essence === wanted
}
