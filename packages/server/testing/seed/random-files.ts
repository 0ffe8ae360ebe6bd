import { createHash, randomUUID } from 'node:crypto'
import type { files, folders } from '../../src/database/schema.js'
import { foldName } from '../../src/files/fold-name.js'

export interface SeedFile {
  readonly row: typeof files.$inferInsert & { readonly id: string }
  readonly bytes: Uint8Array
  readonly entity: { readonly entityName: string; readonly entityReference: string } | null
}

export interface SeedOptions {
  readonly count: number
  readonly owner: { readonly id: string; readonly name: string }
  readonly categories: readonly string[]
  readonly folderIds: readonly string[]
  /** Epoch ms, of the newest. */
  readonly now: number
}

type FolderRow = typeof folders.$inferInsert & { readonly id: string }

const subjects = [
  'Invoice',
  'Minutes',
  'Plan',
  'Offer',
  'Photo',
  'Überblick',
  'Отчёт',
  '見積書',
  'Contract',
]
const places = ['Lisbon', 'Kyōto', 'Bergen', 'Graz', 'Nairobi', 'Montréal', 'Hull', 'Pune']
const notes = ['', ' (final)', ' copy', ' – signed', ' v2', ' draft 3', ' for review']
/** The least that every reader of PNG takes: one grey pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
const kinds = [
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
  ['md', 'text/markdown'],
  ['json', 'application/json'],
  ['png', 'image/png'],
] as const

/** The same for the same options but for its ids: what a team's files look like after three years. */
export function* randomFiles(options: SeedOptions): Generator<SeedFile> {
  const random = randomNumbers(options.count)
  const among = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T
  const step = (3 * 365 * 24 * 60 * 60 * 1000) / options.count
  for (let index = 0; index < options.count; index += 1) {
    const [extension, contentType] = among(kinds)
    const name = `${among(subjects)} ${among(places)} ${index}${among(notes)}.${extension}`
    const bytes = extension === 'png' ? pixel : textOf(name, 1 + Math.floor(random() ** 3 * 60))
    const createdAt = new Date(Math.floor(options.now - (options.count - index - random()) * step))
    const digest = createHash('sha256').update(bytes).digest()
    yield {
      bytes,
      entity:
        random() < 0.2
          ? { entityName: 'project', entityReference: `p-${Math.floor(random() * 50)}` }
          : null,
      row: {
        id: randomUUID(),
        clientId: randomUUID(),
        ownerId: options.owner.id,
        ownerName: options.owner.name,
        name,
        nameKey: foldName(name),
        contentType,
        size: bytes.length,
        status: random() < 0.99 ? 'ready' : 'error',
        visibility: random() < 0.1 ? 'public' : 'private',
        category:
          random() < 0.7 && options.categories.length > 0 ? among(options.categories) : null,
        folderId: random() < 0.6 && options.folderIds.length > 0 ? among(options.folderIds) : null,
        isDraft: false,
        metadata: {},
        checksum: digest.toString('base64'),
        requestDigest: 'seed',
        objectKey: randomUUID().replaceAll('-', ''),
        createdAt,
        updatedAt: createdAt,
        finalizedAt: createdAt,
      },
    }
  }
}

export function seedFolders(owner: SeedOptions['owner'], now: number): readonly FolderRow[] {
  const row = (name: string, parentId: string | null): FolderRow => ({
    id: randomUUID(),
    ownerId: owner.id,
    name,
    nameKey: foldName(name),
    parentId,
    createdAt: new Date(now),
  })
  return places.flatMap((place) => {
    const parent = row(place, null)
    return [parent, ...subjects.map((subject) => row(subject, parent.id))]
  })
}

function textOf(line: string, lines: number): Uint8Array {
  return new TextEncoder().encode(`${line}\n`.repeat(lines))
}

/** Mulberry32: small, and the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
