import { runCommand } from '../toolchain/run-command.mjs'

/**
 * @param {string} title what is being done, in the words of the log
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('../toolchain/run-command.mjs').CommandOptions} [options]
 */
export async function runOrThrow(title, command, args, options = {}) {
  const startedAt = Date.now()
  const { code, output } = await runCommand(command, args, options)
  if (code !== 0) throw new Error(`${title}: code ${code}\n${output.trim()}`)
  console.log(`${title} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  return output
}
