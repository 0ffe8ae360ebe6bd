/** Base64. */
export async function sha256(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<string> {
  const buffer = bytes instanceof Blob ? await bytes.arrayBuffer() : bytes
  const digest = await crypto.subtle.digest('SHA-256', buffer)
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}
