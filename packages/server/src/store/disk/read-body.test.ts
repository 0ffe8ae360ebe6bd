import { expect, test } from 'vitest'
import { readBody } from './read-body.js'

const chunk = new Uint8Array(100)

const bodyOf = (count: number) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < count; i++) controller.enqueue(chunk)
      controller.close()
    },
  })

test('a disk that is slower than the pace is no slow sender', async () => {
  const pace = { windowMs: 20, minBytes: chunk.length }
  let written = 0
  await readBody(bodyOf(3), { pace, length: 3 * chunk.length }, async ({ byteLength }) => {
    await new Promise((resolve) => setTimeout(resolve, 5 * pace.windowMs))
    written += byteLength
  })
  expect(written).toBe(3 * chunk.length)
})
