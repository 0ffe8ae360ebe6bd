import { spawn } from 'node:child_process'
import { repositoryRoot } from '../toolchain/repository-root.mjs'

const isWindows = process.platform === 'win32'

/** Something that a tool left behind may hold its output open for ever. */
const graceMs = 2000

/**
 * Runs one command in a process group of its own, so that all of it can be ended.
 * @param {import('./list-stages.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {number} timeoutMs
 * @param {(text: string) => void} onOutput
 * @returns {Promise<number>} the exit code
 */
export function runStep(step, env, timeoutMs, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, step.args, {
      cwd: repositoryRoot,
      env: { ...env, ...step.env },
      shell: step.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', onOutput)
    }
    const stop = () => endGroup(child)
    const stopAll = () => {
      stop()
      process.exit(130)
    }
    const timer = setTimeout(() => {
      onOutput(`\nStopped: it did not end within ${timeoutMs / 60_000} minutes.\n`)
      stop()
    }, timeoutMs).unref()
    process.once('SIGINT', stopAll)
    process.once('SIGTERM', stopAll)
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(timer)
      process.off('SIGINT', stopAll)
      process.off('SIGTERM', stopAll)
      resolve(code ?? 1)
    }
    child.on('error', reject)
    child.on('close', finish)
    child.on('exit', (code) => setTimeout(finish, graceMs, code).unref())
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (isWindows || child.pid === undefined) return child.kill('SIGKILL')
  return process.kill(-child.pid, 'SIGKILL')
}
