import fc, { type Arbitrary } from 'fast-check'
import type { Override } from './arbitrary-of.js'

/** An id that is only known when the request is made: one that an earlier answer gave. */
class Pick {
  readonly pool: string
  readonly index: number

  constructor(pool: string, index: number) {
    this.pool = pool
    this.index = index
  }
}

/** What the answers so far were about, so that random requests also meet what exists. */
export class IdPool {
  readonly #values = new Map<string, string[]>()
  readonly #owners = new Map<string, string>()
  /** By the id of the file: what only fits together. */
  readonly #own = new Map<string, Readonly<Record<string, unknown>>>()

  /** Takes every id of an answer to a person, by the name of its property. */
  learn(answer: unknown, subject: string, person: string): void {
    if (Array.isArray(answer)) {
      for (const one of answer) this.learn(one, subject, person)
    } else if (typeof answer === 'object' && answer !== null) {
      for (const [name, value] of Object.entries(answer)) {
        const pool = poolOf(name, subject)
        if (typeof value === 'string') this.#add(pool, value, person)
        else this.learn(value, pool ?? subject, person)
      }
      this.#pair(answer)
    }
  }

  ownerOf(id: unknown): string | undefined {
    return this.#owners.get(String(id))
  }

  /** The value with each pick replaced: mostly by what belongs to the file, else by the newest. */
  fill(value: unknown, fileId?: unknown): unknown {
    if (value instanceof Pick) {
      const own = this.#own.get(String(fileId))?.[value.pool]
      if (own !== undefined && value.index > 0) return own
      const values = this.#values.get(value.pool) ?? []
      return values.at(-1 - (value.index % Math.max(1, values.length))) ?? null
    }
    if (Array.isArray(value)) return value.map((one) => this.fill(one, fileId))
    if (typeof value !== 'object' || value === null) return value
    const file = 'fileId' in value ? this.fill(value.fileId) : fileId
    const entries = Object.entries(value).map(([key, one]) => [
      key,
      key === 'fileId' ? file : this.fill(one, file),
    ])
    return Object.fromEntries(entries) as unknown
  }

  #pair(answer: object): void {
    const { clientId, fileId, id, maxSize } = answer as Readonly<Record<string, unknown>>
    const file = fileId ?? id
    if (typeof file !== 'string' || typeof clientId !== 'string') return
    const known = this.#own.get(file)
    this.#own.set(file, {
      ...known,
      client: clientId,
      ...(maxSize === undefined ? {} : { maxSize }),
    })
  }

  #add(pool: string | undefined, value: string, person: string): void {
    if (pool === undefined) return
    if (!this.#owners.has(value)) this.#owners.set(value, person)
    const values = this.#values.get(pool) ?? []
    this.#values.set(pool, values)
    if (!values.includes(value)) values.push(value)
    if (values.length > 40) values.shift()
  }
}

/** Ids that exist, ids that do not, and none. `undefined`: not a property that holds an id. */
export function overrideIds(subject: string): Override {
  return (name) => {
    const pool = poolOf(name, subject)
    if (pool === undefined || listed.has(name)) return undefined
    if (name.endsWith('s')) return fc.array(pick(pool), { minLength: 1, maxLength: 4 })
    return fc.oneof(
      { weight: 5, arbitrary: pick(pool) },
      { weight: 3, arbitrary: fc.uuid() },
      { weight: 2, arbitrary: fc.constant(null) },
    )
  }
}

/** Names of lists of objects: what they hold is learned, and made as their schema says. */
const listed = new Set(['files', 'file', 'folders', 'associations', 'categories'])

export function pick(pool: string): Arbitrary<unknown> {
  return fc.nat({ max: 8 }).map((index) => new Pick(pool, index))
}

const pools: Readonly<Record<string, string>> = {
  fileId: 'file',
  fileIds: 'file',
  files: 'file',
  file: 'file',
  folderId: 'folder',
  folders: 'folder',
  parentId: 'folder',
  associationIds: 'association',
  associations: 'association',
  category: 'category',
  key: 'category',
  categories: 'category',
  clientId: 'client',
  nextCursor: 'cursor',
  cursor: 'cursor',
  entityName: 'entityName',
  entityReference: 'entityReference',
}

/** `subject`: what a bare `id` or `ids` is of. */
export function poolOf(name: string, subject: string): string | undefined {
  if (name === 'id' || name === 'ids' || name === 'done') return subject
  return pools[name]
}
