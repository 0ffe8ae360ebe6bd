/** What should be a list; anything else has no items. */
export function readList<I, O>(list: readonly I[] | undefined, read: (item: I) => O): readonly O[] {
  return Array.isArray(list) ? (list as readonly I[]).map((item) => read(item)) : []
}
