/** Bytes that are worth loading for a picture in small. */
const mostStoredBytes = 1_000_000

/** The bytes of a small file. `null`: it is not small, or the store refuses. */
export async function loadPicture(
  url: string,
  { size, contentType }: { readonly size: number | null; readonly contentType: string },
  signal: AbortSignal,
): Promise<Blob | null> {
  if (size === null || size > mostStoredBytes) return null
  // As an image would ask for it: the page's own credentials are none of a store's business.
  const response = await fetch(url, {
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  if (!response.ok) return null
  // The type is the backend's word, not the store's: an SVG under another type is no picture.
  return (await response.blob()).slice(0, mostStoredBytes, contentType)
}
