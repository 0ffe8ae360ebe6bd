import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FileAdapter } from 'loadline/core'
import { expect, it, onTestFinished } from 'vitest'
import { shelfAdapter } from './shelf-adapter.js'

/** A backend that begins with an answer, and ends it as it is told. */
async function serveBeginning(end: 'never' | 'broken' | 'nonsense') {
  let begun = (): void => undefined
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const server = createServer((_, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json' })
    outgoing.write('{"items":', () => {
      begun()
      if (end === 'broken') outgoing.destroy()
      if (end === 'nonsense') outgoing.end('<html>')
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { hasBegun, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function list(baseUrl: string, signal: AbortSignal, getToken = () => Promise.resolve('token')) {
  const adapter: FileAdapter = shelfAdapter({ baseUrl, getToken })
  return adapter.listFiles?.({ limit: 1 }, { signal })
}

const { signal: patience } = new AbortController()

it('a session that cannot be had is a person to sign in', async () => {
  const { url } = await serveBeginning('never')
  const unauthenticated = { name: 'UploadError', code: 'unauthenticated' }
  const rejected = list(url, patience, () => Promise.reject(new Error('No session')))
  await expect(rejected).rejects.toMatchObject(unauthenticated)
  const thrown = list(url, patience, () => {
    throw new TypeError('Signed out')
  })
  await expect(thrown).rejects.toMatchObject(unauthenticated)
})

it('who gives up while an answer comes is told so', async () => {
  const { url, hasBegun } = await serveBeginning('never')
  const controller = new AbortController()
  const listed = list(url, controller.signal)
  await hasBegun
  setTimeout(() => controller.abort(), 20)
  await expect(listed).rejects.toMatchObject({ name: 'UploadError', code: 'cancelled' })
})

it.each([
  ['broken', 'network'],
  ['nonsense', 'server'],
] as const)('an answer that is %s is an error of the %s', async (end, code) => {
  const { url } = await serveBeginning(end)
  await expect(list(url, patience)).rejects.toMatchObject({ name: 'UploadError', code })
})
