import { roqError } from '../roq-error.js'
import type { GraphqlAnswer } from './answer-graphql.js'

/**
 * `gateway`: a proxy's page instead of an answer. `bare`: errors that say no more than a message. `lost`: it was done,
 * and the connection broke. `error`: one of ROQ's own.
 */
export type RoqFailure =
  | { readonly kind: 'gateway' }
  | { readonly kind: 'bare'; readonly message: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'error'; readonly statusCode: number; readonly errorCode: string }

/**
 * @param answer what would have been answered; it is asked for only where it is done
 * @param hangUp ends the connection
 */
export async function spoil(
  failure: RoqFailure,
  answer: () => Promise<GraphqlAnswer>,
  hangUp: () => void,
): Promise<Response> {
  switch (failure.kind) {
    case 'gateway':
      return new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', {
        status: 502,
        headers: { 'content-type': 'text/html' },
      })
    case 'bare':
      return Response.json({ errors: [{ message: failure.message }], data: null })
    case 'error': {
      const error = roqError(failure.statusCode, failure.errorCode)
      return Response.json({ errors: [error.toJSON()], data: null })
    }
    case 'lost':
      await answer()
      hangUp()
      return new Response(null)
  }
}
