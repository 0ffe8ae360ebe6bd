import { inject } from 'vitest'

export interface ScriptedAnswer {
  /** Default 200. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Until `release()`, the whole body read. */
  readonly isHeld?: boolean
  readonly delayMs?: number
}

export interface RoomScript {
  /** `no-etag`: pages cannot read it. `refused`: pages may send nothing. `hidden`: they may, and read no answer. */
  readonly cors?: 'open' | 'no-etag' | 'refused' | 'hidden'
  /** By path, used up one after the other. */
  readonly answers?: Readonly<Record<string, ScriptedAnswer[]>>
  /** When these are used up. Default: a 200. */
  readonly otherwise?: ScriptedAnswer
}

export interface SentField {
  readonly name: string
  readonly value?: string
  readonly fileName?: string
  readonly type?: string
  readonly size?: number
}

export interface RoomLedger {
  readonly requests: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
    /** Bytes of the body. */
    size: number
    /** In the order in which they came; `null`: the body is no form. */
    fields: readonly SentField[] | null
  }[]
  mostAtOnce: number
}

export interface Room {
  /** Where the store takes what is sent, by path. */
  urlOf(path: string): string
  ledger(): Promise<RoomLedger>
  /** What was sent to these paths, in order; default: all. */
  paths(pattern?: RegExp): Promise<readonly string[]>
  /** Answers what is held now. */
  release(): Promise<void>
}

/** A corner of the scripted store for one test. */
export async function openRoom(script: RoomScript = {}): Promise<Room> {
  const store = inject('scriptedStoreUrl')
  const name = crypto.randomUUID()
  const control = `${store}/rooms/${name}`
  await fetch(control, { method: 'PUT', body: JSON.stringify(script) })
  const ledger = async () => (await (await fetch(control)).json()) as RoomLedger
  return {
    urlOf: (path) => `${store}/store/${name}/${path}`,
    ledger,
    async paths(pattern = /./) {
      const { requests } = await ledger()
      return requests.map(({ path }) => path).filter((path) => pattern.test(path))
    },
    async release() {
      await fetch(control, { method: 'POST' })
    },
  }
}
