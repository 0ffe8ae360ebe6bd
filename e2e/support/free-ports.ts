import { createServer, type AddressInfo } from 'node:net'

/** Ports of loopback that nobody listens on: held all at once, so that they differ, and given back. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((one) => new Promise((resolve) => one.once('listening', resolve))))
  const ports = servers.map((one) => (one.address() as AddressInfo).port)
  await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))))
  return ports
}
