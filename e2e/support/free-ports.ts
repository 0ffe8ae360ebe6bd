import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'

/** Below what systems give to whoever asks for any port (from 32,768 on Linux): nobody gets one of these meanwhile. */
const from = 20_000
const to = 32_000

/** Ports of loopback that nobody listens on: held all at once, so that they differ, and given back. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held = new Map<number, Server>()
  while (held.size < count) {
    const port = randomInt(from, to)
    const server = createServer()
    if (await listens(server, port)) held.set(port, server)
  }
  await Promise.all([...held.values()].map((one) => new Promise((resolve) => one.close(resolve))))
  return [...held.keys()]
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
}
