import { expect, it } from 'vitest'
import { UploadError } from '../../core/index.js'
import { createRoqClient } from './roq-client.js'
import { createTokenSource } from './token-source.js'

const ctx = { signal: new AbortController().signal }
const operation = { field: 'file', query: '{ file { id } }' }

/** A ROQ that takes one token, and an application that gives these when its own is refused. */
function clientOf(taken: string, renewals: string[]) {
  const sent: string[] = []
  const call = ({ headers = {} }: { headers?: Readonly<Record<string, string>> }) => {
    const token = (headers['roq-platform-authorization'] ?? '').replace('Bearer ', '')
    sent.push(token)
    return token === taken
      ? Promise.resolve({ data: { file: { id: 'f' } } })
      : Promise.reject(new UploadError('unauthenticated'))
  }
  const tokens = createTokenSource(({ isRefused }) =>
    isRefused ? (renewals.shift() ?? 'none') : 'old',
  )
  const api = { call, ask: () => Promise.reject(new Error('It is not asked.')) }
  const client = createRoqClient({ api, path: '/', tokens })
  return { sent, ask: () => client.ask(operation, {}, ctx) }
}

it.each([
  ['the refused token itself', 'old'],
  ['one that is refused too', 'odd'],
])('asks for another token after %s', async (_, first) => {
  const { sent, ask } = clientOf('new', [first, 'new'])
  await expect(ask()).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(ask()).resolves.toMatchObject({ value: { id: 'f' } })
  expect(sent).toEqual(['old', first, 'old', 'new'])
})

it('keeps one that was taken', async () => {
  const { sent, ask } = clientOf('new', ['new', 'odd'])
  await ask()
  await ask()
  expect(sent).toEqual(['old', 'new', 'old', 'new'])
})
