import { createServer } from 'node:net'

/**
 * Held all at once, so that they differ.
 * @param {number} count
 * @returns {Promise<readonly number[]>} ports that nobody listened on a moment ago
 */
export async function findFreePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, listen))
  const ports = servers.map(portOf)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** @returns {Promise<import('node:net').Server>} */
function listen() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** @param {import('node:net').Server} server */
function portOf(server) {
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('The system gave no port.')
}
