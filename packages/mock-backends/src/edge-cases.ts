import { astraCollabEdgeCases } from './astracollab/edge-cases.js'
import { commonEdgeCases } from './common-edge-cases.js'
import type { EdgeCase } from './edge-case.js'
import { rocketChatEdgeCases } from './rocketchat/edge-cases.js'
import { roqEdgeCases } from './roq/edge-cases.js'

export const edgeCases: readonly EdgeCase[] = [
  ...roqEdgeCases,
  ...rocketChatEdgeCases,
  ...astraCollabEdgeCases,
  ...commonEdgeCases,
]
