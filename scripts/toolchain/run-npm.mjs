import path from 'node:path'
import { runCommand } from './run-command.mjs'

/**
 * Runs the npm that runs us, or else the one on the PATH.
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').CommandOptions} [options]
 */
export function runNpm(args, options = {}) {
  const running = process.env['npm_execpath']
  if (running !== undefined && path.basename(running) === 'npm-cli.js') {
    return runCommand(process.execPath, [running, ...args], options)
  }
  return runCommand('npm', args, { ...options, shell: process.platform === 'win32' })
}
