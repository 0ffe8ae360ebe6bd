import fc, { type Arbitrary } from 'fast-check'
import type { JsonSchema } from './read-operations.js'

type Json = unknown

/** Gives another arbitrary for a property, by its name; `undefined`: what its schema says. */
export type Override = (name: string) => Arbitrary<Json> | undefined

export interface ArbitraryContext {
  /** Where `$ref` points to. */
  resolve(reference: string): JsonSchema
  readonly override: Override
}

/** Values that fit a schema, as far as the keywords of our document go. */
export function arbitraryOf(schema: JsonSchema, context: ArbitraryContext): Arbitrary<Json> {
  const reference = schema['$ref']
  if (typeof reference === 'string') return arbitraryOf(context.resolve(reference), context)
  const choices = (schema['oneOf'] ?? schema['anyOf']) as readonly JsonSchema[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map((one) => arbitraryOf(one, context)))
  const all = schema['allOf'] as readonly JsonSchema[] | undefined
  if (all !== undefined) {
    const parts = all.map((one) => arbitraryOf(one, context) as Arbitrary<object>)
    return fc.tuple(...parts).map((values) => Object.assign({}, ...values) as Json)
  }
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as readonly Json[]))
  const types = [schema['type']].flat() as readonly string[]
  return fc.oneof(...types.map((type) => ofType(type, schema, context)))
}

function ofType(type: string | undefined, schema: JsonSchema, context: ArbitraryContext) {
  switch (type) {
    case 'object':
      return objects(schema, context)
    case 'array':
      return arrays(schema, context)
    case 'string':
      return strings(schema)
    case 'integer':
      return integers(schema)
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objects(schema: JsonSchema, context: ArbitraryContext): Arbitrary<Json> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>
  const required = (schema['required'] ?? []) as readonly string[]
  const record = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [
        name,
        context.override(name) ?? arbitraryOf(one, context),
      ]),
    ),
    { requiredKeys: [...required] },
  )
  const more = schema['additionalProperties']
  if (more === undefined || more === false) return record
  const values =
    more === true ? fc.jsonValue({ maxDepth: 1 }) : arbitraryOf(more as JsonSchema, context)
  return fc
    .tuple(fc.dictionary(fc.string({ maxLength: 8 }), values, { maxKeys: 3 }), record)
    .map(([extra, own]) => ({ ...extra, ...own }))
}

function arrays(schema: JsonSchema, context: ArbitraryContext): Arbitrary<Json> {
  const least = (schema['minItems'] ?? 0) as number
  return fc.array(arbitraryOf((schema['items'] ?? {}) as JsonSchema, context), {
    minLength: least,
    maxLength: Math.min((schema['maxItems'] ?? 4) as number, least + 4),
  })
}

function strings(schema: JsonSchema): Arbitrary<string> {
  if (schema['format'] === 'uuid') return fc.uuid()
  if (schema['format'] === 'date-time') {
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((date) => date.toISOString())
  }
  if (typeof schema['pattern'] === 'string') {
    return fc.stringMatching(new RegExp(schema['pattern'], 'u'), { size: 'small' })
  }
  const least = (schema['minLength'] ?? 0) as number
  const most = Math.min((schema['maxLength'] ?? 40) as number, least + 40)
  return fc.string({ unit: 'grapheme', minLength: least, maxLength: most })
}

function integers(schema: JsonSchema): Arbitrary<number> {
  const least = Math.max((schema['minimum'] ?? -1000) as number, Number.MIN_SAFE_INTEGER)
  const most = Math.min((schema['maximum'] ?? 100_000) as number, Number.MAX_SAFE_INTEGER)
  return fc.integer({ min: least, max: Math.max(least, Math.min(most, least + 100_000)) })
}
