import { startRoq } from 'loadline-mock-backends'

/** What a page needs. */
export interface ServedRoq {
  readonly host: string
  readonly token: string
}

/** ROQ, and one person who has no files yet. */
export async function serveRoq() {
  const roq = await startRoq()
  const page: ServedRoq = { host: roq.url, token: await roq.issueToken(roq.addUser().id) }
  return { page, close: () => roq.close() }
}
