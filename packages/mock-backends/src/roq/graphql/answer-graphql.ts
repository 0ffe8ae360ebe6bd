import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import type { Identity } from '../files/identity.js'
import { roqError } from '../roq-error.js'

export interface GraphqlAnswer {
  readonly status: number
  readonly body: {
    readonly data?: unknown
    readonly errors?: readonly GraphQLFormattedError[]
  }
}

export interface GraphqlBody {
  readonly operationName?: string | null
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null
}

/**
 * Checks and runs one document. What does not fit the schema is a 400, whatever a resolver says a 200 with `errors`:
 * so do servers of Apollo.
 */
export async function answerGraphql(
  schema: GraphQLSchema,
  rootValue: object,
  identity: Identity,
  { query, variables, operationName }: GraphqlBody,
): Promise<GraphqlAnswer> {
  const document = parseSafely(query)
  if (document instanceof GraphQLError) return refused('GRAPHQL_PARSE_FAILED', [document])
  const invalid = validate(schema, document)
  if (invalid.length > 0) return refused('GRAPHQL_VALIDATION_FAILED', invalid)
  const { data, errors } = await execute({
    schema,
    document,
    rootValue,
    contextValue: identity,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  })
  // Without `data` not one field was run: the variables do not fit.
  if (data === undefined) return refused('GRAPHQL_VALIDATION_FAILED', errors ?? [])
  return { status: 200, body: { data, ...(errors && { errors: errors.map(formatError) }) } }
}

/** The names of the fields that a document asks the root for. */
export function rootFieldsOf(query: string): readonly string[] {
  const document = parseSafely(query)
  if (document instanceof GraphQLError) return []
  return document.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition'
      ? definition.selectionSet.selections.flatMap((one) =>
          one.kind === 'Field' ? [one.name.value] : [],
        )
      : [],
  )
}

function parseSafely(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

function refused(code: string, errors: readonly GraphQLError[]): GraphqlAnswer {
  const body = errors.map((error) => ({ ...error.toJSON(), extensions: { code } }))
  return { status: 400, body: { errors: body } }
}

/** What nobody foresaw is told in general words. */
function formatError(error: GraphQLError): GraphQLFormattedError {
  if (error.extensions['response'] !== undefined) return error.toJSON()
  const { message, extensions } = roqError(500, 'INTERNAL_ERROR').toJSON()
  return { ...error.toJSON(), message, ...(extensions && { extensions }) }
}
