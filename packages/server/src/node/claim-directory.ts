import { createHash } from 'node:crypto'
import { realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartupError } from './startup-error.js'

/**
 * Keeps a second process out of the directory: two on one embedded database destroy it. The claim is
 * a local socket, since that ends with its process however it ends; a lock file would stay.
 * @returns What gives it back.
 */
export async function claimDirectory(directory: string): Promise<() => Promise<void>> {
  const address = socketAddress(await realpath(directory))
  const server = await tryListen(address)
  if (server !== null) return () => release(server)
  if (await isAnswered(address)) {
    throw new StartupError(
      `"${directory}" is in use by another process. Stop it, or set LOADLINE_DATA_DIR to another directory.`,
    )
  }
  await rm(address, { force: true })
  const second = await tryListen(address)
  if (second === null) throw new StartupError(`"${directory}" is in use by another process.`)
  return () => release(second)
}

function socketAddress(directory: string): string {
  const name = `loadline-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`
  // The path of a socket is 100 characters at most: a hash in the system's own directory is short.
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function tryListen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen(address, () => resolve(server.unref()))
  })
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function release(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
