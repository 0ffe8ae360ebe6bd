export interface StoreBody {
  /** What the API made of a form; one dialect tells only its id. */
  readonly file: unknown
  readonly fileId: string | null
  /** Of a part, quotes and all. */
  readonly etag: string | null
  /** The whole envelope, where it says that it failed. */
  readonly refusal: unknown
}

/** What the API answers to bytes, as far as it is an envelope. */
export function readStoreBody(body: string): StoreBody {
  const answer = recordOf(parse(body))
  const { file = null, fileId, etag } = recordOf(answer['data'])
  const { id } = recordOf(file)
  return {
    file,
    fileId: textOf(id) ?? textOf(fileId),
    etag: textOf(etag),
    refusal: answer['success'] === false ? answer : null,
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
