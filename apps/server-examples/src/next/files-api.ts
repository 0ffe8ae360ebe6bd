import { createFilesApi } from '../create-files-api.js'
import { readSession } from '../read-session.js'

type FilesApi = ReturnType<typeof createFilesApi>

const holder = globalThis as { filesApi?: FilesApi }

/**
 * One for the process: Next.js loads a route's module again for each change of the code, and the
 * embedded database takes one process and one owner at a time.
 */
export function filesApi(): FilesApi {
  holder.filesApi ??= createFilesApi({
    directory: required('FILES_DIR'),
    storageUrl: required('STORAGE_URL'),
    pageOrigin: required('PAGE_ORIGIN'),
    secret: Buffer.from(required('SIGNING_SECRET'), 'base64'),
    identify: readSession,
  })
  return holder.filesApi
}

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`Set ${name} in the environment.`)
  return value
}
