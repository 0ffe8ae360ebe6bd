import { connect, createServer, type Socket } from 'node:net'

export interface SlowProxy {
  /** Bytes per second from the browser to the server. */
  setRate(bytesPerSecond: number): void
  close(): Promise<void>
}

const tickMs = 20

/** A TCP proxy on loopback that lets the bytes of an upload through slowly: a network, where loopback is none. */
export async function createSlowProxy(
  port: number,
  targetPort: number,
  initialRate: number,
): Promise<SlowProxy> {
  const sockets = new Set<Socket>()
  let rate = initialRate

  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1')
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        target.destroy()
      })
    }
    client.on('data', (chunk) => {
      target.write(chunk)
      if (rate === Number.POSITIVE_INFINITY) return
      client.pause()
      setTimeout(() => client.resume(), Math.max(tickMs, (chunk.length / rate) * 1_000))
    })
    target.pipe(client)
  })
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))

  return {
    setRate(next) {
      rate = next
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}
