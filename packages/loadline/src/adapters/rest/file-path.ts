/** An id is one segment, whatever it holds. */
export function filePath(id: string): string {
  return `/files/${encodeURIComponent(id)}`
}
