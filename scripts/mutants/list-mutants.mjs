import { answerMutants } from './answer-mutants.mjs'
import { borderMutants } from './border-mutants.mjs'
import { memoryMutants } from './memory-mutants.mjs'
import { queueMutants } from './queue-mutants.mjs'
import { storeMutants } from './store-mutants.mjs'
import { ticketMutants } from './ticket-mutants.mjs'
import { transitionMutants } from './transition-mutants.mjs'

/** Every bug that the tests of the engine must find. */
export const mutants = [
  ...transitionMutants,
  ...queueMutants,
  ...storeMutants,
  ...ticketMutants,
  ...answerMutants,
  ...borderMutants,
  ...memoryMutants,
]
