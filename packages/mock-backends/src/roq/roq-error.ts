import { GraphQLError } from 'graphql'

type Variables = Readonly<Record<string, unknown>>

const codeByStatus: Readonly<Record<number, string>> = {
  400: 'BAD_USER_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  500: 'INTERNAL_SERVER_ERROR',
}

/** An error as ROQ's servers word it: clients look at `extensions.response`. */
export function roqError(statusCode: number, errorCode: string, variables: Variables = {}) {
  const message = errorCode.toLowerCase().replaceAll('_', ' ')
  const response = { statusCode, errorCode, message, variables }
  return new GraphQLError(message, {
    extensions: { code: codeByStatus[statusCode] ?? errorCode, response },
  })
}
