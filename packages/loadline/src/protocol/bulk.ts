import type { Problem } from './problem.js'

/** What many ids in one call answer, with 200: what became of each stands inside, in the order asked. */
export interface BulkAnswer {
  readonly done: readonly string[]
  readonly failed: readonly { readonly id: string; readonly error: Problem }[]
}

/** Names what a call is about: at most 200, each one once. */
export interface IdsBody {
  readonly ids: readonly string[]
}
