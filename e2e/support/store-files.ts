/** A 1 × 1 PNG. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

interface SmallFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: string | Uint8Array<ArrayBuffer>
}

/** Stores files by HTTP and not through the page, one after the other: the last one is the newest. */
export async function storeFiles(appUrl: string, files: readonly SmallFile[]): Promise<void> {
  for (const { name, contentType, bytes } of files) {
    const body = new FormData()
    body.append('file', new Blob([bytes], { type: contentType }), name)
    const response = await fetch(`${appUrl}/api/files`, {
      method: 'POST',
      body,
      headers: { authorization: 'Bearer demo' },
    })
    if (response.status !== 201) throw new Error(`POST /files answered ${response.status}`)
  }
}
