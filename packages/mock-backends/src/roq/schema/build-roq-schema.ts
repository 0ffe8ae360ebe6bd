import { buildSchema, type GraphQLSchema } from 'graphql'
import { argumentTypes } from './argument-types.js'
import { fileTypes } from './file-types.js'
import { operationTypes } from './operation-types.js'

const statuses = ['cancelled', 'error', 'processing', 'ready', 'upload_pending']

/** @param laterStatuses what a newer ROQ may have added to the statuses of a file */
export function buildRoqSchema(laterStatuses: readonly string[]): GraphQLSchema {
  const statusType = `enum FileStatusEnum { ${[...statuses, ...laterStatuses].join(' ')} }`
  return buildSchema([argumentTypes, statusType, fileTypes, operationTypes].join('\n'))
}
