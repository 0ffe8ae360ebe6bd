/** The origins of these addresses. A relative one has the page's; on a server it has none. */
export function originsOf(...urls: readonly string[]): readonly string[] {
  const page = globalThis.location?.href
  const known = urls.filter((url) => URL.canParse(url, page))
  return [...new Set(known.map((url) => new URL(url, page).origin))]
}
