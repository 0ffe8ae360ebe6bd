import type { FilePage, FormTicket, StoredFile, UploadError, UploadTicket } from 'loadline/core'
import type { RoqAdapter } from './roq-setting.js'

type Change<T> = (value: T) => T

/** A fault in what a list answers. */
export function withPages(change: Change<FilePage>) {
  return ({ listFiles }: RoqAdapter) => ({
    listFiles: async (...args: Parameters<typeof listFiles>) => change(await listFiles(...args)),
  })
}

/** A fault in each file that a list answers. */
export function withRows(change: Change<StoredFile>) {
  return withPages((page) => ({ ...page, files: page.files.map(change) }))
}

/** A fault in how an error is read. */
export function withErrors(change: (error: UploadError) => Error) {
  return ({ getFile, listFiles }: RoqAdapter) => {
    const fail = (thrown: unknown): never => {
      throw change(thrown as UploadError)
    }
    return {
      getFile: (...args: Parameters<typeof getFile>) => getFile(...args).catch(fail),
      listFiles: (...args: Parameters<typeof listFiles>) => listFiles(...args).catch(fail),
    }
  }
}

/** A fault in the ticket. */
export function withTickets(change: (ticket: FormTicket) => UploadTicket) {
  return ({ createUpload }: RoqAdapter) => ({
    createUpload: async (...args: Parameters<typeof createUpload>) =>
      change((await createUpload(...args)) as FormTicket),
  })
}

/** A fault in the file that a finalise answers. */
export function withFinalized(change: (stored: StoredFile, name: string) => StoredFile) {
  return ({ finalizeUpload }: RoqAdapter) => ({
    finalizeUpload: async (...[stored, ctx]: Parameters<typeof finalizeUpload>) =>
      change(await finalizeUpload(stored, ctx), stored.request.name),
  })
}
