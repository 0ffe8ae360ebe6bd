export interface JsonSchema {
  readonly [keyword: string]: unknown
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly isRequired: boolean
  readonly schema: JsonSchema
}

export interface Operation {
  readonly id: string
  readonly method: string
  /** With its parameters in braces. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: { readonly contentType: string; readonly schema: JsonSchema } | null
  /** By status. `schema`: where it stands in the document, as a JSON pointer. */
  readonly answers: ReadonlyMap<number, readonly DocumentedAnswer[]>
}

export interface DocumentedAnswer {
  readonly contentType: string
  readonly schemaPointer: string
}

interface RawOperation {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: Parameter['in']
    readonly required?: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: JsonSchema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >
}

export interface OpenApiDocument extends JsonSchema {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
}

export function readOperations(document: OpenApiDocument): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => readOperation(path, method, raw)),
  )
}

function readOperation(path: string, method: string, raw: RawOperation): Operation {
  const [body] = Object.entries(raw.requestBody?.content ?? {})
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    parameters: (raw.parameters ?? []).map(({ name, in: place, required, schema }) => ({
      name,
      in: place,
      isRequired: required === true,
      schema,
    })),
    body: body === undefined ? null : { contentType: body[0], schema: body[1].schema },
    answers: new Map(
      Object.entries(raw.responses).map(([status, { content }]) => [
        Number(status),
        Object.keys(content ?? {}).map((contentType) => ({
          contentType,
          schemaPointer: pointer(
            'paths',
            path,
            method,
            'responses',
            status,
            'content',
            contentType,
            'schema',
          ),
        })),
      ]),
    ),
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc6901, as a URI fragment */
function pointer(...keys: readonly string[]): string {
  const escaped = keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `#/${escaped.map(encodeURIComponent).join('/')}`
}
