import { open } from 'node:fs/promises'

/** Makes a rename in the directory outlast a power cut. Windows syncs no directories. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
