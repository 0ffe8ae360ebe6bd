/** How many unsettled uploads of each scope have the same key: asked in O(1) for each file that is added. */
export interface DuplicateIndex {
  has(scope: string | null, key: string): boolean
  add(scope: string | null, key: string): void
  delete(scope: string | null, key: string): void
}

export function createDuplicateIndex(): DuplicateIndex {
  const counts = new Map<string, number>()
  const join = (scope: string | null, key: string): string => `${scope ?? ''}\0${key}`

  return {
    has: (scope, key) => counts.has(join(scope, key)),
    add(scope, key) {
      const joined = join(scope, key)
      counts.set(joined, (counts.get(joined) ?? 0) + 1)
    },
    delete(scope, key) {
      const joined = join(scope, key)
      const left = (counts.get(joined) ?? 0) - 1
      if (left > 0) counts.set(joined, left)
      else counts.delete(joined)
    },
  }
}
