import type { FileAdapter } from 'loadline/core'
import { serveFetch } from './serve-fetch.js'

interface Body {
  readonly fileIds: readonly string[]
  readonly ids: readonly string[]
  readonly entityName: string
  readonly entityReference: string
}

/** The two routes of an application's own server that pages associate files by. */
export function serveAssociations({ createAssociations, deleteAssociations }: FileAdapter) {
  return serveFetch(() => async (request) => {
    const ctx = { signal: request.signal }
    const { fileIds, ids, ...association } = (await request.json()) as Body
    const isDelete = new URL(request.url).pathname.endsWith('/delete')
    return Response.json(
      await (isDelete
        ? deleteAssociations?.(ids, ctx)
        : createAssociations?.(fileIds, association, ctx)),
    )
  })
}
