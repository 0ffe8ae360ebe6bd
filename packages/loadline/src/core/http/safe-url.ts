/** A URL that a page may follow or show, else `null`: `https:`, `http:` and `blob:`; never `javascript:` or `data:`. */
export function safeUrl(url: string | null | undefined): string | null {
  if (url === null || url === undefined) return null
  const base = globalThis.location?.href
  if (!URL.canParse(url, base)) return null
  const { protocol } = new URL(url, base)
  return ['https:', 'http:', 'blob:'].includes(protocol) ? url : null
}
