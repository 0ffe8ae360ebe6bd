import { describe, expect, it } from 'vitest'
import type { UploadTask } from '../contract/index.js'
import { Lanes } from './lanes.js'

const task = (id: string, size: number) => ({ id, size }) as UploadTask
const setUp = (...tasks: readonly UploadTask[]) => {
  const lanes = new Lanes(({ size }) => size > 100)
  for (const one of tasks) lanes.push(one)
  return lanes
}

describe('lanes', () => {
  it('serve first come first, across both', () => {
    const [a, b, c] = [task('a', 1), task('b', 999), task('c', 1)]
    const lanes = setUp(a, b, c)
    expect(lanes.next(0, 4)).toBe('a')
    lanes.delete(a)
    expect(lanes.next(0, 4)).toBe('b')
  })

  it('keep one slot for the small while any of them waits', () => {
    const [big, small] = [task('big', 999), task('small', 1)]
    const lanes = setUp(big, small)
    expect(lanes.next(2, 4)).toBe('big')
    expect(lanes.next(3, 4)).toBe('small')
    lanes.delete(small)
    expect(lanes.next(3, 4)).toBe('big')
    expect(setUp(big, small).next(0, 1)).toBe('big')
  })

  it('let some jump the line, in the order given', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((id) => task(id, 1))
    const lanes = setUp(...tasks)
    lanes.jump([task('d', 1), task('c', 1)])
    expect([...lanes.upcoming()]).toEqual(['d', 'c', 'a', 'b'])
    lanes.jump([task('b', 1)])
    expect(lanes.next(0, 4)).toBe('b')
    lanes.delete(task('b', 1))
    lanes.delete(task('d', 1))
    expect([...lanes.upcoming()]).toEqual(['c', 'a'])
  })
})
