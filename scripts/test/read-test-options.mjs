import { parseArgs } from 'node:util'
import { SetupError } from '../toolchain/setup-error.mjs'

/** @param {readonly string[]} args */
export function readTestOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { deep: { type: 'boolean', default: false }, only: { type: 'string' } },
    })
    return { isDeep: values.deep, only: values.only?.split(',').map((name) => name.trim()) }
  } catch (error) {
    throw new SetupError(
      `${String(error)}\nUse: npm test · npm test -- --only unit,lint · npm run test:deep`,
    )
  }
}

/**
 * @param {readonly import('./list-stages.mjs').Stage[]} stages
 * @param {readonly string[] | undefined} only
 */
export function selectStages(stages, only) {
  if (only === undefined) return stages
  const names = stages.map((stage) => stage.name)
  const unknown = only.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    throw new SetupError(`No stage is called ${unknown.join(', ')}. There are: ${names.join(', ')}`)
  }
  return stages.filter((stage) => only.includes(stage.name))
}
