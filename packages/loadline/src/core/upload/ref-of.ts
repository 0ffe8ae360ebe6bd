import type { UploadRef, UploadTicket } from '../contract/index.js'

/** The part of a ticket that may be kept: no URL, no field, no header. */
export function refOf(ticket: UploadTicket): UploadRef {
  const { clientId, kind, fileId, uploadId, partSize, partCount, state } = ticket
  return {
    clientId,
    kind,
    fileId,
    ...(uploadId === undefined ? {} : { uploadId }),
    ...(partSize === undefined ? {} : { partSize }),
    ...(partCount === undefined ? {} : { partCount }),
    ...(state === undefined ? {} : { state }),
  }
}
