import { createDiskStore, createServer, type Identify } from 'loadline-server'

export interface FilesApiOptions {
  /** Of the database and the bytes. */
  readonly directory: string
  /** Of the store: another origin than the pages', so that no stored file can act for them. */
  readonly storageUrl: string
  readonly pageOrigin: string
  /** At least 32 random bytes; whoever has them can sign. */
  readonly secret: Uint8Array
  readonly identify: Identify
}

/** What every example mounts: the API, and the store that signed URLs lead to. */
export async function createFilesApi(options: FilesApiOptions) {
  const store = await createDiskStore({
    directory: options.directory,
    publicUrl: options.storageUrl,
    secret: options.secret,
    allowedOrigins: [options.pageOrigin],
  })
  const api = await createServer({
    databaseDirectory: `${options.directory}/db`,
    store,
    identify: options.identify,
    basePaths: ['/api'],
    categories: [{ key: 'USER_FILES', name: 'User files' }],
  })
  return { api, store }
}
