import { createServer } from 'node:net'
import { createApp } from './support/app.js'
import { expect, test } from './support/test.js'

test('npm start says which port is taken, and what to do', async ({ port }) => {
  const taken = port + 2
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(taken, '127.0.0.1', resolve))
  const app = await createApp({ port: taken })
  try {
    await expect(app.start()).rejects.toThrow(new RegExp(`${taken}.*PORT=`, 's'))
  } finally {
    await app.dispose()
    await new Promise((resolve) => void other.close(resolve))
  }
})

test('Ctrl-C stops it cleanly', async ({ port }) => {
  const app = await createApp({ port: port + 2 })
  await app.start()
  expect((await fetch(`${app.url}/api/files`)).status).toBe(200)
  expect(await app.stop()).toBe(0)
  await expect(fetch(app.url)).rejects.toThrow()
  await app.dispose()
})
