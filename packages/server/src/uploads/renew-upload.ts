import type { ServerContext } from '../server-context.js'
import { assertPending, withUpload, type Caller } from './lock-upload.js'
import { signTicket } from './sign-ticket.js'
import type { Ticket } from './ticket-schemas.js'

/** The same upload, a new signature. */
export async function renewUpload(
  context: ServerContext,
  caller: Caller,
  fileId: string,
): Promise<{ ticket: Ticket }> {
  const row = await withUpload(context, caller, { fileId }, async (_, current) => {
    assertPending(current)
    return current
  })
  return { ticket: await signTicket(context, row) }
}
