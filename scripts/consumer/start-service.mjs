import { spawn } from 'node:child_process'

const timeoutMs = 30_000

/**
 * Starts a server and waits until it answers.
 * @param {readonly string[]} args for Node
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, address: string }} options
 * @returns {Promise<() => void>} stops it
 */
export async function startService(args, { cwd, env, address }) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (/** @type {string} */ text) => (output += text))
  }
  const until = Date.now() + timeoutMs
  while (child.exitCode === null && Date.now() < until) {
    if (await answers(address)) return () => child.kill()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error(`Nothing answered at ${address}.\n${output}`)
}

/** @param {string} address */
async function answers(address) {
  try {
    await fetch(address)
    return true
  } catch {
    return false
  }
}
