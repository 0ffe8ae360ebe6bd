/** An id may be anything: it must stay one step of the path. */
export function filePath(id: string): string {
  return `/files/${encodeURIComponent(id)}`
}
