import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { StartupError } from './startup-error.js'

const secretBytes = 32

/** The key that signs URLs: made at the first start, readable by its owner alone. */
export async function readSigningSecret(path: string): Promise<Uint8Array> {
  try {
    await writeFile(path, randomBytes(secretBytes), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = await readFile(path)
  if (secret.length === secretBytes) return secret
  throw new StartupError(
    `"${path}" is not a key of ${secretBytes} bytes. Delete it: URLs signed so far end.`,
  )
}
