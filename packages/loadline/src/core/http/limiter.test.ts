import { expect, it } from 'vitest'
import { Limiter } from './limiter.js'

const { signal } = new AbortController()

it('lets so many run under each key, and the others in order', async () => {
  const limiter = new Limiter(2)
  const order: string[] = []
  const enter = async (name: string, url = 'https://a.example/x') => {
    const leave = await limiter.acquire(url, signal)
    order.push(name)
    return leave
  }
  const [first] = await Promise.all([enter('1'), enter('2')])
  const third = enter('3')
  const fourth = enter('4')
  await enter('other', 'https://b.example/x')
  expect(order).toEqual(['1', '2', 'other'])
  first()
  first()
  const leaveThird = await third
  expect(order).toEqual(['1', '2', 'other', '3'])
  leaveThird()
  await fourth
  expect(order.at(-1)).toBe('4')
})

it('takes who aborts out of the line', async () => {
  const limiter = new Limiter(1)
  const leave = await limiter.acquire('https://a.example', signal)
  const controller = new AbortController()
  const waiting = limiter.acquire('https://a.example', controller.signal)
  controller.abort()
  await expect(waiting).rejects.toThrow(/abort/i)
  leave()
  await expect(limiter.acquire('https://a.example', signal)).resolves.toBeTypeOf('function')
})
