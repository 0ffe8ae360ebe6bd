import { describe, expect, it, vi } from 'vitest'
import { defineAdapter } from '../contract/index.js'
import type {
  MultipartTicket,
  OptionalMethods,
  SignedPart,
  TransportInput,
} from '../contract/index.js'
import { PartSigner } from './part-signer.js'

const part = { partNumber: 1, size: 10 }
const signed = (url: string): SignedPart => ({ partNumber: 1, url, headers: {} })

interface Setting {
  /** Of the ticket. */
  readonly parts?: readonly SignedPart[] | undefined
  readonly groupSize?: number
}

function signerOf(
  signParts?: OptionalMethods['signParts'],
  { parts, groupSize = 1 }: Setting = { parts: [signed('https://store.example/first')] },
): PartSigner {
  const ticket = { kind: 'multipart', parts }
  const ref = { clientId: 'c', kind: 'multipart', fileId: null }
  const input = { ticket, ref, signal: new AbortController().signal }
  return new PartSigner(
    defineAdapter({ name: 'test', signParts }),
    input as unknown as TransportInput<MultipartTicket>,
    { groupSize, withChecksum: false },
  )
}

describe('a part that was signed at the start', () => {
  it('has a new signature for its second attempt', async () => {
    const signParts = vi.fn<OptionalMethods['signParts']>(() =>
      Promise.resolve([signed('https://store.example/second')]),
    )
    const signer = signerOf(signParts)
    expect(await signer.sign(part, [part])).toMatchObject({ url: 'https://store.example/first' })
    expect(await signer.sign(part, [part])).toMatchObject({ url: 'https://store.example/second' })
    expect(signParts).toHaveBeenCalledOnce()
  })

  it('keeps the only one there is, where the adapter cannot sign again', async () => {
    const signer = signerOf()
    for (const attempt of [1, 2, 3]) {
      expect(await signer.sign(part, [part]), `attempt ${attempt}`).toMatchObject({
        url: 'https://store.example/first',
      })
    }
  })
})

describe('parts that are signed in groups', () => {
  const plan = [1, 2, 3, 4].map((partNumber) => ({ partNumber, size: 10 }))

  async function ask(order: readonly number[]) {
    const groups: (readonly number[])[] = []
    const signer = signerOf(
      (_, parts) => {
        groups.push(parts.map(({ partNumber }) => partNumber))
        return Promise.resolve(parts.map((one) => ({ ...signed('https://store.example'), ...one })))
      },
      { groupSize: 3 },
    )
    const wanted = order.map((number) => plan.filter(({ partNumber }) => partNumber === number))
    const given = await Promise.all(wanted.flat().map((one) => signer.sign(one, plan)))
    expect(given.map(({ partNumber }) => partNumber)).toEqual(order)
    return groups
  }

  it('are asked for with those that come next', async () => {
    expect(await ask([1, 2, 3, 4])).toEqual([[1, 2, 3], [4]])
  })

  it('are asked for once, whichever is read first', async () => {
    expect(await ask([2, 1, 4, 3])).toEqual([[2, 3, 4], [1]])
    expect(await ask([4, 3, 2, 1])).toEqual([[4], [3], [2], [1]])
  })

  it('are asked for again by whoever needs one again, alone', async () => {
    expect(await ask([1, 2, 3, 4, 1, 3])).toEqual([[1, 2, 3], [4], [1], [3]])
  })
})
