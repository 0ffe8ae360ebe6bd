import { createMemoryBackend, makeFile } from 'loadline/testing'
import { expect, it } from 'vitest'
import type { UploadTransport } from '../contract/index.js'
import { createUploadQueue } from './upload-queue.js'

it('sends a file again whose bytes did not all arrive, under the same clientId', async () => {
  const { adapter, transport, files, uploads } = createMemoryBackend()
  let sends = 0
  const lossy: UploadTransport<'put'> = {
    ...transport,
    send(input) {
      sends += 1
      return transport.send(sends > 1 ? input : { ...input, file: input.file.slice(0, 4) })
    },
  }
  const queue = createUploadQueue({ adapter, transports: [lossy], checksum: 'none' })
  queue.connect()
  const { ids } = queue.add([makeFile({ size: 10 })])
  expect(await queue.whenSettled(ids)).toMatchObject({ ready: ids })
  expect(queue.getTask(ids[0] ?? '')).toMatchObject({ generation: 1 })
  expect([sends, files().map(({ size }) => size), uploads().length]).toEqual([2, [10], 1])
  queue.destroy()
})
