/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export interface StorageError {
  readonly status: number
  readonly code: string
  readonly message: string
}

export function storageError(status: number, code: string, message: string): StorageError {
  return { status, code, message }
}

export function storageErrorResponse({ status, code, message }: StorageError): Response {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped}</Message><RequestId>tx000</RequestId></Error>`
  return new Response(xml, { status, headers: { 'content-type': 'application/xml' } })
}
