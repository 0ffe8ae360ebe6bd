import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { presignedAdapter } from 'loadline/adapters/presigned'
import { builtInTransports, uploadFile } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describeAdapter, sendWith } from 'loadline/testing/vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startExample, type RunningExample } from './start-example.js'

const pageOrigin = 'http://page.example'
let directory: string
let example: RunningExample

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loadline-presigned-'))
  example = await startExample({ port: await freePort(), directory, pageOrigin })
})

afterAll(async () => {
  await example.close()
  await rm(directory, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function createAdapter() {
  return presignedAdapter({
    signUrl: `${example.url}/sign`,
    finalizeUrl: `${example.url}/finalize`,
  })
}

async function digestOf(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
  return Buffer.from(digest).toString('hex')
}

describeAdapter('presigned, over the example', {
  createAdapter() {
    const adapter = createAdapter()
    return Promise.resolve({
      adapter,
      send: sendWith(builtInTransports(adapter)),
      readBytes: async ({ url }) => (await fetch(url ?? '')).blob(),
    })
  },
})

describe('the two routes', () => {
  it('take a file whole, and give it back', async () => {
    const file = makeFile({ name: 'naïve 🦞.txt', size: 3_000_000, type: 'text/plain' })
    const stored = await uploadFile(createAdapter(), file)
    expect(stored).toMatchObject({ name: 'naïve 🦞.txt', size: 3_000_000, status: 'ready' })
    const read = await fetch(stored.url ?? '')
    expect(await digestOf(await read.blob())).toBe(await digestOf(file))
  })

  it('need no second one: a file is ready when the store has it', async () => {
    const adapter = presignedAdapter({ signUrl: `${example.url}/sign` })
    const stored = await uploadFile(adapter, makeFile({ name: 'a.txt', size: 10 }))
    expect(stored).toMatchObject({ name: 'a.txt', size: 10, status: 'ready', url: null })
    expect(stored.id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('refuse a file that is too large before a byte is sent, with the limit', async () => {
    const request = {
      clientId: crypto.randomUUID(),
      name: 'big.bin',
      path: null,
      contentType: 'application/octet-stream',
      size: 100 * 1024 * 1024 + 1,
      preferredKinds: ['put'],
      category: null,
      folderId: null,
      visibility: null,
      associations: [],
      metadata: {},
      isDraft: false,
      checksum: null,
    } as const
    const { signal } = new AbortController()
    await expect(createAdapter().createUpload?.(request, { signal })).rejects.toMatchObject({
      code: 'too-large',
      status: 413,
      details: { maxSize: 100 * 1024 * 1024 },
    })
  })

  it('let the page in, and no other', async () => {
    for (const [origin, allowed] of [
      [pageOrigin, pageOrigin],
      ['http://elsewhere.example', null],
    ] as const) {
      const preflight = await fetch(`${example.url}/sign`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      })
      expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed)
    }
  })
})
