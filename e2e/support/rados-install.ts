import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

const packages = ['radosgw', 'ceph-mon', 'ceph-osd']
/** One of each package, and of what they bring along. */
const programs = ['radosgw', 'radosgw-admin', 'ceph-mon', 'monmaptool', 'ceph-osd', 'ceph']
/** Workers of one run that come at once install one after the other. */
const lockFile = '/tmp/loadline-rados-install.lock'

/**
 * Sees to Ceph's programs, by apt-get where it may.
 * @returns why they cannot be had; `null`: they are there.
 */
export async function installRadosGateway(): Promise<string | null> {
  if (process.env['RADOS_GATEWAY'] === 'none') return 'RADOS_GATEWAY is none'
  if (hasPrograms()) return null
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return `${packages.join(', ')} are missing, and only root on Debian gets them`
  try {
    await aptGet('update')
    await aptGet('install', '--yes', '--no-install-recommends', ...packages)
  } catch (thrown) {
    return `apt-get could not install ${packages.join(', ')}: ${lastLine(thrown)}`
  }
  return hasPrograms()
    ? null
    : `${packages.join(', ')} are installed, but not all of their programs`
}

function hasPrograms(): boolean {
  const folders = ['/usr/bin', '/usr/sbin', '/usr/local/bin']
  return programs.every((name) => folders.some((folder) => existsSync(`${folder}/${name}`)))
}

async function aptGet(...args: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const command = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', '--quiet=2', ...args]
  await run('flock', [lockFile, ...command], { env, maxBuffer: 16_777_216 })
}

function lastLine(thrown: unknown): string {
  const { stderr = '', message } = thrown as Error & { readonly stderr?: string }
  const said = stderr.trim() === '' ? message : stderr
  return said.trim().split('\n').at(-1) ?? message
}
