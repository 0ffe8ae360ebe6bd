/** What a request is answered instead of, or after, what it asked for. */
export interface PlantedFailure {
  /** As in the API: `rooms.media`, `groups.files`, `file-upload`. */
  readonly route: string
  /** Default 500. `drop`: the connection ends without an answer. */
  readonly status?: number | 'drop' | undefined
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The request is done first, and only its answer is another. Default `false`. */
  readonly isAfterwards?: boolean | undefined
  /** How often. Default 1. */
  readonly times?: number | undefined
}

export class PlantedFailures {
  readonly #planted: { readonly failure: PlantedFailure; left: number }[] = []

  plant(failure: PlantedFailure): void {
    this.#planted.push({ failure, left: failure.times ?? 1 })
  }

  take(route: string): PlantedFailure | null {
    const found = this.#planted.find((one) => one.failure.route === route && one.left > 0)
    if (found === undefined) return null
    found.left -= 1
    return found.failure
  }
}

/** @param hangUp ends the connection */
export function failureAnswer(
  { status = 500, body = '', headers }: PlantedFailure,
  hangUp: () => void,
): Response {
  if (status === 'drop') {
    hangUp()
    return new Response(null)
  }
  const isText = typeof body === 'string'
  const type = isText ? 'text/html' : 'application/json'
  return new Response(isText ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type, ...headers },
  })
}
