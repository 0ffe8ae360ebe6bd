import { StartupError } from 'loadline-server/node'
import { expect, test } from 'vitest'
import { readArguments } from './read-arguments.js'

test.each([
  { args: [], hasAllBackends: false },
  { args: ['--backends', 'all'], hasAllBackends: true },
  { args: ['--backends=all'], hasAllBackends: true },
])('$args', ({ args, hasAllBackends }) => {
  expect(readArguments(args)).toEqual({ hasAllBackends })
})

test.each([[['--backends', 'roq']], [['--backend', 'all']], [['--backends']], [['all']]])(
  '%j is refused',
  (args) => {
    expect(() => readArguments(args)).toThrow(StartupError)
  },
)
