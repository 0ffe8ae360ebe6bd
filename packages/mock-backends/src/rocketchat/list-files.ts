import { forbidden, misfit, RocketChatError, succeeded } from './answers.js'
import { roomByIdOrName, type Call } from './call.js'
import { rowOf, type FileRow } from './row-of.js'
import type { Room, RoomKind, Upload } from './workspace.js'

const known = ['offset', 'count', 'sort', 'name', 'typeGroup', 'query', 'onlyConfirmed', 'roomId']
const typeOfKind = { group: 'p', channel: 'c', direct: 'd' } as const

/** `groups.files`, `channels.files` and `im.files`, which differ more than their names say. */
export function listFiles(call: Call, kind: RoomKind): Response {
  const { workspace, query } = call
  const problem = workspace.traits.checksQueries ? problemOf(query, kind) : null
  if (problem !== null) return misfit('error-invalid-params', problem)
  const room = roomOf(call, kind)
  if (!workspace.canAccess(room, call.user)) {
    if (kind !== 'group') return forbidden(workspace.traits)
    throw new RocketChatError('error-room-not-found', 'No such room')
  }
  const sort = sortOf(query.get('sort'))
  const wanted = filterOf(call)
  const rows = [...workspace.uploads.values()]
    .filter(({ rid, id }) => rid === room.id && workspace.findUpload(id) !== undefined)
    .map((upload) => rowOf(workspace, upload))
    .filter((row) => wanted(row))
    .toSorted((a, b) => compareRows(a, b, sort))
  const { offset, count } = pageOf(call)
  const files = rows.slice(offset, count === 0 ? undefined : offset + count)
  return succeeded({ files, count: files.length, offset, total: rows.length })
}

/** Images alone, newest first; its `count` is what was asked for, not what is there. */
export function listImages(call: Call): Response {
  const { workspace, user, query } = call
  const room = workspace.rooms.get(query.get('roomId') ?? '')
  if (!workspace.canAccess(room, user)) return forbidden(workspace.traits)
  const images = [...workspace.uploads.values()]
    .filter(({ rid, fields }) => rid === room.id && fields.typeGroup === 'image')
    .map((upload: Upload) => rowOf(workspace, upload))
    .toSorted((a, b) => compareRows(a, b, [['uploadedAt', -1]]))
  const { offset, count } = pageOf(call)
  const files = images.slice(offset, offset + count)
  return succeeded({ files, count, offset, total: images.length })
}

function roomOf(call: Call, kind: RoomKind): Room {
  const { workspace, query } = call
  if (kind === 'direct') {
    const id = query.get('roomId')
    const room = id === null ? undefined : workspace.rooms.get(id)
    if (room?.t === 'd') return room
    throw new RocketChatError('error-room-not-found', 'No such room')
  }
  if (!query.has('roomId') && !query.has('roomName') && kind === 'group') {
    throw new RocketChatError('error-room-param-not-provided', 'A room must be given')
  }
  const room = roomByIdOrName(call)
  if (room.t === typeOfKind[kind]) return room
  throw new RocketChatError('error-room-not-found', 'No such room')
}

function problemOf(query: URLSearchParams, kind: RoomKind): string | null {
  const other = kind === 'direct' ? 'username' : 'roomName'
  if (query.has('roomId') === query.has(other)) return 'must match exactly one schema in oneOf'
  const isOpen = kind === 'group'
  const extra = [...query.keys()].find((key) => ![...known, other].includes(key))
  if (!isOpen && extra !== undefined) return 'must NOT have additional properties'
  const onlyConfirmed = query.get('onlyConfirmed') ?? 'true'
  if (!['true', 'false'].includes(onlyConfirmed)) return '/onlyConfirmed must be boolean'
  const bad = ['offset', 'count'].find((key) => Number.isNaN(Number(query.get(key) ?? 0)))
  return bad === undefined ? null : `/${bad} must be number`
}

/** The name is a pattern, as it comes. */
function filterOf({ workspace, query }: Call): (row: FileRow) => boolean {
  const { filtersFiles, hasOnlyConfirmed } = workspace.traits
  const group = filtersFiles ? query.get('typeGroup') : null
  const name = patternOf(filtersFiles ? query.get('name') : null)
  const isConfirmed = hasOnlyConfirmed && query.get('onlyConfirmed') === 'true'
  return (row) =>
    (group === null ? row.typeGroup !== 'thumb' : row.typeGroup === group) &&
    (name === null || name.test(row.name ?? '')) &&
    !(isConfirmed && row.expiresAt !== undefined)
}

function patternOf(name: string | null): RegExp | null {
  if (name === null || name === '') return null
  try {
    return new RegExp(name, 'i')
  } catch {
    throw new RocketChatError('error-invalid-params', 'Regular expression is invalid')
  }
}

function pageOf({ workspace, query }: Call): { offset: number; count: number } {
  const { defaultCount, upperCount, hasInfiniteCount } = workspace.settings
  const asked = Number(query.get('count') ?? defaultCount)
  const allowed = asked === 0 && !hasInfiniteCount ? defaultCount : asked
  return { offset: Number(query.get('offset') ?? 0), count: Math.min(allowed, upperCount) }
}

function sortOf(text: string | null): readonly (readonly [string, number])[] {
  if (text === null) return [['name', 1]]
  try {
    const sort = Object.entries(JSON.parse(text) as Record<string, unknown>)
    if (sort.every(([, way]) => way === 1 || way === -1)) return sort as [string, number][]
  } catch {
    // Told below, as any other value that is no order.
  }
  throw new RocketChatError('error-invalid-sort', 'Invalid sort parameter provided')
}

/** As the database does: what is missing comes first, texts by their code points. */
function compareRows(a: FileRow, b: FileRow, sort: readonly (readonly [string, number])[]): number {
  for (const [key, way] of sort) {
    const [one, other] = [a, b].map((row) => row[key as 'name' | 'size'] ?? '')
    if (one === undefined || other === undefined) continue
    if (one !== other) return (one < other ? -1 : 1) * way
  }
  return 0
}
