import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePorts } from './free-ports.js'
import { monitorAddress, radosConfig, type RadosPorts } from './rados-config.js'

const run = promisify(execFile)
const startTimeoutMs = 60_000

/** Ceph's S3 gateway over a cluster of one, on loopback, for as long as a test needs it. */
export interface RadosGateway {
  readonly url: string
  readonly accessKey: string
  readonly secretKey: string
  /** Ends its processes and deletes all it held. */
  stop(): Promise<void>
}

/** @throws Error with what the program last said, where one of them does not start. */
export async function startRadosGateway(): Promise<RadosGateway> {
  const directory = await mkdtemp(join(tmpdir(), 'loadline-rados-'))
  const daemons = new Daemons(directory)
  const keys = { accessKey: 'loadline', secretKey: randomUUID() }
  try {
    const [monitor = 0, monitorV1 = 0, gatewayPort = 0] = await freePorts(3)
    const ports = { monitor, monitorV1, gateway: gatewayPort }
    const url = `http://127.0.0.1:${ports.gateway}`
    await startCluster(directory, ports, daemons)
    await daemons.once(
      'radosgw-admin',
      ...['--name', 'client.rgw', 'user', 'create', '--uid', 'tester', '--display-name', 'Tester'],
      ...['--access-key', keys.accessKey, '--secret-key', keys.secretKey],
    )
    const gateway = daemons.start('radosgw', '--name', 'client.rgw', '-f')
    await answering(url, gateway, directory)
    return { ...keys, url, stop: () => daemons.stop() }
  } catch (thrown) {
    await daemons.stop()
    throw thrown
  }
}

/** One monitor, and one OSD that keeps everything in memory. */
async function startCluster(directory: string, ports: RadosPorts, daemons: Daemons): Promise<void> {
  const clusterId = randomUUID()
  const osdId = randomUUID()
  const map = join(directory, 'monmap')
  await Promise.all(['mon', 'osd'].map((name) => mkdir(join(directory, name))))
  await writeFile(join(directory, 'ceph.conf'), radosConfig(directory, clusterId, ports))
  const address = monitorAddress(ports)
  await run('monmaptool', ['--create', '--addv', 'a', address, '--fsid', clusterId, map])
  await daemons.once('ceph-mon', '--id', 'a', '--mkfs', '--monmap', map)
  daemons.start('ceph-mon', '--id', 'a', '-f')
  // Waits for the monitor by itself.
  await daemons.once('ceph', 'osd', 'new', osdId)
  await daemons.once('ceph-osd', '--id', '0', '--mkfs', '--osd-uuid', osdId)
  daemons.start('ceph-osd', '--id', '0', '-f')
}

/** The programs of one cluster. They stay in the test's process group, so that whoever ends that ends them. */
class Daemons {
  readonly #directory: string
  readonly #running: ChildProcess[] = []
  readonly #kill = (): void => {
    for (const child of this.#running) child.kill('SIGKILL')
  }

  constructor(directory: string) {
    this.#directory = directory
    process.once('exit', this.#kill)
  }

  async once(program: string, ...args: readonly string[]): Promise<void> {
    await run(program, [...this.#config(), ...args], { timeout: startTimeoutMs })
  }

  start(program: string, ...args: readonly string[]): ChildProcess {
    const output = openSync(join(this.#directory, `${program}.out`), 'a')
    const child = spawn(program, [...this.#config(), ...args], {
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    this.#running.push(child)
    return child
  }

  /** By force: an OSD that is asked takes its time to save what nobody wants. */
  async stop(): Promise<void> {
    process.off('exit', this.#kill)
    const ended = this.#running
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((child) => new Promise((resolve) => void child.once('close', resolve)))
    this.#kill()
    await Promise.all(ended)
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 10 })
  }

  #config(): readonly string[] {
    return ['--conf', join(this.#directory, 'ceph.conf')]
  }
}

async function answering(url: string, gateway: ChildProcess, directory: string): Promise<void> {
  for (const end = Date.now() + startTimeoutMs; Date.now() < end; await wait(100)) {
    if (gateway.exitCode !== null) break
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok === true) return
  }
  const said = await readFile(join(directory, 'radosgw.out'), 'utf8')
  throw new Error(`The gateway does not answer:\n${said.slice(-1_000)}`)
}
