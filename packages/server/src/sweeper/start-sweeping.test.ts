import { expect, test } from 'vitest'
import { createLog } from '../http/log.js'
import { until } from '../../testing/test-backend.js'
import { startSweeping } from './start-sweeping.js'

test('sweeps at once and again and again, also after one that failed, until it is stopped', async () => {
  const lines: string[] = []
  let isFourth: () => void = () => undefined
  const fourth = new Promise<void>((resolve) => {
    isFourth = resolve
  })
  let sweeps = 0
  const stop = startSweeping({
    sweep: async () => {
      sweeps += 1
      if (sweeps === 4) isFourth()
      if (sweeps === 2) throw new Error('The database is away.')
    },
    everyMs: 5,
    log: createLog((line) => lines.push(line)),
  })
  expect(sweeps).toBe(1)
  await fourth
  stop()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(sweeps).toBe(4)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"event":"sweep-failed"')
})

test('one that does not end keeps no other from beginning', async () => {
  let sweeps = 0
  const stop = startSweeping({
    sweep: () => {
      sweeps += 1
      return new Promise(() => undefined)
    },
    everyMs: 1,
    log: createLog(() => undefined, 'silent'),
  })
  await until(() => sweeps > 3)
  stop()
})
