/** ROQ refuses a whole list of ids for one that is no UUID; none of its own is not. */
export function isUuid(id: string): boolean {
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(id)
}
