import { createMemoryBackend, makeFile } from 'loadline/testing'
import { expect, it, vi } from 'vitest'
import { uploadFile } from './upload-file.js'

const setUp = () => {
  const backend = createMemoryBackend()
  return { backend, options: { transports: [backend.transport], retry: { baseDelayMs: 1 } } }
}

it('goes all three steps in one call, with retries', async () => {
  const { backend, options } = setUp()
  backend.failNext('store', 'network')
  backend.failNext('finalize', 'server')
  const file = await uploadFile(backend.adapter, makeFile({ name: 'a.bin' }), options)
  expect(file).toMatchObject({ name: 'a.bin', status: 'ready' })
  expect(await uploadFile(backend.adapter, new Blob(['x']), options)).toMatchObject({ size: 1 })
})

it('throws what ended it', async () => {
  const { backend, options } = setUp()
  backend.failNext('create', 'forbidden')
  await expect(uploadFile(backend.adapter, makeFile(), options)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const tooLarge = uploadFile(backend.adapter, makeFile({ size: 9 }), { ...options, maxSize: 8 })
  await expect(tooLarge).rejects.toMatchObject({
    code: 'validation',
    details: { code: 'too-large' },
  })
})

it('is cancelled by its signal, before and in the middle, and leaves nothing', async () => {
  const { backend, options } = setUp()
  const aborted = uploadFile(backend.adapter, makeFile(), {
    ...options,
    signal: AbortSignal.abort(),
  })
  await expect(aborted).rejects.toMatchObject({ code: 'cancelled' })
  backend.hold('store')
  const controller = new AbortController()
  const file = makeFile({ name: 'b' })
  const running = uploadFile(backend.adapter, file, { ...options, signal: controller.signal })
  await vi.waitFor(() =>
    expect(backend.uploads().some(({ request }) => request.name === 'b')).toBe(true),
  )
  controller.abort()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  await vi.waitFor(() =>
    expect(backend.uploads().every(({ state }) => state === 'gone')).toBe(true),
  )
})
