import type { SeenRequest } from 'loadline/testing/vitest'
import { vi } from 'vitest'

export interface StoreTap {
  /** That carried bytes to the store. */
  readonly requests: readonly SeenRequest[]
  /** Of files, in requests that the store answered with a 2xx. */
  acceptedBytes(): number
  /** From now on a part of what was signed is changed on its way: the store itself refuses it. */
  spoil(): void
  remove(): void
}

/** The suite's own header, which no store's CORS rule allows: seen, and kept off the wire. */
const rotatingHeader = 'x-rotating'

/** Stands between a transport and the browser's network. What goes to the API passes unseen. */
export function tapStoreRequests(apiUrl: string): StoreTap {
  const requests: SeenRequest[] = []
  const send = globalThis.fetch.bind(globalThis)
  let accepted = 0
  let isSpoiling = false
  const isStore = (url: string): boolean => new URL(url).origin !== new URL(apiUrl).origin

  class TappedRequest extends XMLHttpRequest {
    #headers: Record<string, string> | null = null

    override open(method: string, url: string | URL): void {
      const address = String(url)
      if (isStore(address)) {
        this.#headers = {}
        requests.push({ url: address, headers: this.#headers })
      }
      super.open(method, isSpoiling && isStore(address) ? spoilUrl(address) : address)
    }

    override setRequestHeader(name: string, value: string): void {
      const key = name.toLowerCase()
      if (this.#headers !== null) this.#headers[key] = value
      if (key !== rotatingHeader) super.setRequestHeader(name, value)
    }

    override send(body?: XMLHttpRequestBodyInit | null): void {
      if (this.#headers !== null) {
        if (isSpoiling) spoilForm(body)
        const size = sizeOf(body)
        this.addEventListener('load', () => {
          if (this.status >= 200 && this.status < 300) accepted += size
        })
      }
      super.send(isSpoiling && this.#headers !== null ? shorten(body) : body)
    }
  }

  vi.stubGlobal('XMLHttpRequest', TappedRequest)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (!(init.body instanceof FormData)) return send(url, init)
    requests.push({ url, headers: Object.fromEntries(new Headers(init.headers)) })
    if (isSpoiling) spoilForm(init.body)
    const answer = await send(url, init)
    if (answer.ok) accepted += sizeOf(init.body)
    return answer
  })

  return {
    requests,
    acceptedBytes: () => accepted,
    spoil: () => void (isSpoiling = true),
    remove: () => void vi.unstubAllGlobals(),
  }
}

function sizeOf(body: unknown): number {
  if (body instanceof Blob) return body.size
  if (!(body instanceof FormData)) return 0
  return [...body.values()].reduce((sum, one) => sum + (one instanceof Blob ? one.size : 0), 0)
}

/**
 * A store answers what is not signed before it has read it all, and closes: of a long body Firefox
 * then tells no answer, but a dead network.
 */
function shorten<T>(body: T): T | Blob {
  return body instanceof Blob ? body.slice(0, 1_000) : body
}

/** An address without a query has nothing signed: then the form has. */
function spoilUrl(address: string): string {
  const url = new URL(address)
  for (const [name, value] of url.searchParams) url.searchParams.set(name, `${value}0`)
  return url.href
}

function spoilForm(body: unknown): void {
  if (!(body instanceof FormData)) return
  for (const [name, value] of body) if (typeof value === 'string') body.set(name, `${value}0`)
}
