import fc, { type Arbitrary } from 'fast-check'
import { arbitraryOf, type ArbitraryContext, type Override } from './arbitrary-of.js'
import { overrideIds, pick, poolOf, type IdPool } from './id-pool.js'
import type { JsonSchema, OpenApiDocument, Operation, Parameter } from './read-operations.js'

/** Ids are still picks here: `IdPool.fill` makes them ids. */
export interface RandomRequest {
  readonly operation: Operation
  /** `null`: whose the first id of the path is. */
  readonly person: string | null
  readonly path: Readonly<Record<string, unknown>>
  readonly query: readonly (readonly [string, unknown])[]
  readonly contentType: string | null
  readonly body: unknown
  /** Sent instead of the body. */
  readonly brokenText: string | null
}

const people = ['anna', 'bert', 'carl']

/** Requests made from the document: most as it says, many with one thing broken. */
export function randomRequests(
  document: OpenApiDocument,
  operations: readonly Operation[],
): Arbitrary<RandomRequest> {
  const resolve = (reference: string) =>
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((value, key) => (value as JsonSchema)[key], document) as JsonSchema
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: weightOf(operation.id),
      arbitrary: requestOf(operation, resolve),
    })),
  )
}

/** Seldom what ends things; often what takes several steps in a row. */
function weightOf(operationId: string): number {
  if (/abandon|delete/i.test(operationId)) return 1
  return /upload|parts|public/i.test(operationId) ? 8 : 4
}

function requestOf(
  operation: Operation,
  resolve: ArbitraryContext['resolve'],
): Arbitrary<RandomRequest> {
  const subject = subjectOf(operation.path)
  const overrideId = overrideIds(subject)
  const override: Override = (name) =>
    likely[operation.id]?.[name] ?? anywhere[name] ?? overrideId(name)
  const context = { resolve, override }
  const parameters = (place: Parameter['in']) =>
    operation.parameters.filter((parameter) => parameter.in === place)
  const body = operation.body === null ? null : arbitraryOf(operation.body.schema, context)
  return fc.record({
    operation: fc.constant(operation),
    person: fc.oneof(
      { weight: 20, arbitrary: fc.constant(null) },
      { weight: 8, arbitrary: fc.constantFrom(...people) },
      { weight: 1, arbitrary: fc.constant('nobody') },
    ),
    path: fc.record(
      Object.fromEntries(parameters('path').map(({ name }) => [name, pathValue(name, subject)])),
    ),
    query: queries(parameters('query'), context),
    contentType:
      operation.method === 'GET'
        ? fc.constant(null)
        : fc.oneof(
            {
              weight: 20,
              arbitrary: fc.constant(operation.body?.contentType ?? 'application/json'),
            },
            fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', 'nonsense'),
          ),
    body:
      body === null ? fc.constant(null) : fc.oneof({ weight: 3, arbitrary: body }, broken(body)),
    brokenText:
      body === null
        ? fc.constant(null)
        : fc.oneof({ weight: 20, arbitrary: fc.constant(null) }, fc.constantFrom(...texts)),
  })
}

type Arbitraries = Readonly<Record<string, Arbitrary<unknown>>>

const anywhere: Arbitraries = {
  preferredKinds: fc.subarray(['put', 'form', 'multipart', 'x-other']),
}

/** By operation: where what the schema says would hardly ever go through. */
const likely: Readonly<Record<string, Arbitraries>> = {
  /** The only part of a small upload, or another. */
  signParts: {
    partNumber: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.nat()),
    size: pick('maxSize'),
  },
  uploadFile: {
    contentType: fc.constantFrom('text/plain', 'image/png', 'x'),
    category: pick('category'),
    folderId: pick('folder'),
    associations: fc.constantFrom('[]', '[{"entityName":"a","entityReference":"b"}]', '['),
    metadata: fc.constantFrom('{}', '{"a":[1,null]}', 'null'),
  },
}

const texts = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '{"a":',
  '\u0000',
  '['.repeat(2000),
  '{"name":"\\ud800"}',
]

/** What the ids of a route are of. */
export function subjectOf(path: string): string {
  const [, first = ''] = path.split('/')
  return first === 'uploads' || first === 'public'
    ? 'file'
    : first.replace(/ies$/, 'y').replace(/s$/, '')
}

function pathValue(name: string, subject: string): Arbitrary<unknown> {
  const odd = fc.constantFrom(
    '..',
    '%00',
    'undefined',
    '\u202e',
    "'; drop table files; --",
    '0',
    ' ',
  )
  return fc.oneof(
    { weight: 10, arbitrary: pick(poolOf(name, subject) ?? subject) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: odd },
  )
}

function queries(parameters: readonly Parameter[], context: ArbitraryContext) {
  const one = parameters.map((parameter) => {
    const values = context.override(parameter.name) ?? arbitraryOf(parameter.schema, context)
    const value = fc.oneof({ weight: 4, arbitrary: values }, fc.string({ unit: 'binary' }))
    const pair = value.map((given) => [parameter.name, given] as const)
    const isRare = !parameter.isRequired && parameters.length > 3
    return isRare
      ? fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pair })
      : fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 6, arbitrary: pair })
  })
  const stray = fc.oneof(
    { weight: 30, arbitrary: fc.constant(null) },
    fc.constant(['x', '1'] as const),
  )
  return fc
    .tuple(...one, stray)
    .map((pairs) => pairs.filter((pair): pair is readonly [string, unknown] => pair !== null))
}

/** The body with one property left out, added or of another kind. */
function broken(body: Arbitrary<unknown>): Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown[]>(
      null,
      '',
      '\u0000',
      '\ud800',
      -1,
      2 ** 53,
      1e308,
      'a'.repeat(5000),
      [],
      {},
    ),
  )
  return fc
    .tuple(body, fc.nat(), fc.option(odd, { nil: undefined }), fc.boolean())
    .map(([value, index, replacement, isExtra]) => {
      if (typeof value !== 'object' || value === null) return replacement ?? null
      const names = Object.keys(value)
      const name = isExtra ? '__proto' : names[index % Math.max(1, names.length)]
      const others = Object.entries(value).filter(([key]) => key !== name)
      const entries =
        replacement === undefined || name === undefined ? others : [...others, [name, replacement]]
      return Object.fromEntries(entries) as unknown
    })
}

export function toHttpRequest(random: RandomRequest, pool: IdPool, base: string): Request {
  const { operation } = random
  const ids = pool.fill(random.path) as Readonly<Record<string, unknown>>
  const [id] = Object.values(ids)
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(textOf(ids[name])),
  )
  const query = new URLSearchParams(
    random.query.flatMap(([name, value]) => {
      const filled = pool.fill(value)
      return (Array.isArray(filled) ? filled : [filled]).map((one) => [name, textOf(one)])
    }),
  )
  const headers = new Headers({ authorization: random.person ?? pool.ownerOf(id) ?? 'anna' })
  const body = operation.method === 'GET' ? null : bodyOf(random, pool, id)
  // A form names its own content type, with the boundary.
  if (random.contentType !== null && !(body instanceof FormData)) {
    headers.set('content-type', random.contentType)
  }
  return new Request(`${base}${path}${query.size === 0 ? '' : `?${query}`}`, {
    method: operation.method,
    headers,
    ...(body === null ? {} : { body }),
  })
}

function bodyOf(random: RandomRequest, pool: IdPool, id: unknown): string | FormData | null {
  if (random.operation.body === null) return null
  if (random.brokenText !== null) return random.brokenText
  const filled = pool.fill(random.body, id)
  if (random.contentType !== 'multipart/form-data') return JSON.stringify(filled)
  const form = new FormData()
  for (const [name, value] of Object.entries((filled ?? {}) as Record<string, unknown>)) {
    if (name === 'file')
      form.append(name, new Blob([textOf(value)], { type: 'text/plain' }), 'a.txt')
    else form.append(name, textOf(value))
  }
  return form
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
