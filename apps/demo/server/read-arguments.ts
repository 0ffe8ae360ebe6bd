import { parseArgs } from 'node:util'
import { StartupError } from 'loadline-server/node'

export interface DemoArguments {
  /** Beside the demo's own backend, the others too. */
  readonly hasAllBackends: boolean
}

/** @throws StartupError for what is not known */
export function readArguments(args: readonly string[]): DemoArguments {
  const { backends } = parse(args)
  if (backends === undefined) return { hasAllBackends: false }
  if (backends === 'all') return { hasAllBackends: true }
  throw new StartupError(`--backends ${backends}: only \`all\` is known.`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { backends: { type: 'string' } } }).values
  } catch (error) {
    if (error instanceof TypeError) throw new StartupError(error.message)
    throw error
  }
}
