interface Progress {
  readonly lengthComputable: false
  readonly loaded: number
  readonly total: 0
}

const pauseMs = 150

/** A browser's `XMLHttpRequest` that sends by `fetch`, and does not know how much there is to send. */
export class StreamingXhr {
  readonly upload: { onprogress: ((event: Progress) => void) | null } = { onprogress: null }
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  onabort: (() => void) | null = null
  withCredentials = false
  status = 0
  responseText = ''
  responseURL = ''
  readonly #headers = new Headers()
  readonly #abort = new AbortController()
  #request = { method: '', url: '' }
  #answered = new Headers()

  open(method: string, url: string): void {
    this.#request = { method, url }
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.append(name, value)
  }

  send(body: Blob | FormData): void {
    this.#send(body).then(
      () => this.onload?.(),
      () => (this.#abort.signal.aborted ? this.onabort?.() : this.onerror?.()),
    )
  }

  abort(): void {
    this.#abort.abort()
  }

  getAllResponseHeaders(): string {
    return [...this.#answered].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  }

  async #send(body: Blob | FormData): Promise<void> {
    const whole = new Response(body)
    const bytes = await whole.arrayBuffer()
    const type = whole.headers.get('content-type')
    if (type !== null && !this.#headers.has('content-type')) this.#headers.set('content-type', type)
    for (const share of [0.3, 0.6, 1]) {
      const loaded = Math.floor(bytes.byteLength * share)
      this.upload.onprogress?.({ lengthComputable: false, loaded, total: 0 })
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs)
      })
    }
    const { method, url } = this.#request
    const { signal } = this.#abort
    const response = await fetch(url, { method, headers: this.#headers, body: bytes, signal })
    this.#answered = response.headers
    this.status = response.status
    this.responseText = await response.text()
    this.responseURL = response.url
  }
}
