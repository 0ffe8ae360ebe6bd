import { isUploadError, UploadError } from '../../core/index.js'

/**
 * A session of the application's: who cannot give one has nobody signed in.
 * @param name the option that is asked
 * @throws UploadError `unauthenticated`, or what it threw itself
 */
export async function askApplication<T>(name: string, ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (thrown) {
    if (isUploadError(thrown)) throw thrown
    throw new UploadError('unauthenticated', { message: `${name} failed.`, cause: thrown })
  }
}
