import { expect, it } from 'vitest'
import { UploadError } from '../../core/index.js'
import { createTokenSource } from './token-source.js'

function counting() {
  const asked: boolean[] = []
  const source = createTokenSource(({ isRefused }) => {
    asked.push(isRefused)
    return Promise.resolve(`token ${asked.length}`)
  })
  return { asked, source }
}

it('asks once for all who call at the same time, and again for the next', async () => {
  const { asked, source } = counting()
  const tokens = await Promise.all([source.current(), source.current()])
  expect(tokens).toEqual(['token 1', 'token 1'])
  await expect(source.current()).resolves.toBe('token 2')
  expect(asked).toEqual([false, false])
})

it('renews a refused token once, also for those who hear of it later', async () => {
  const { asked, source } = counting()
  const [one, two] = await Promise.all([source.renew('old'), source.renew('old')])
  expect([one, two, await source.renew('old')]).toEqual(['token 1', 'token 1', 'token 1'])
  await expect(source.renew('token 1')).resolves.toBe('token 2')
  expect(asked).toEqual([true, true])
})

it('keeps no renewal that is what was refused', async () => {
  const answers = ['old', 'new']
  const source = createTokenSource(() => answers.shift() ?? 'none')
  await expect(source.renew('old')).resolves.toBe('old')
  await expect(source.renew('old')).resolves.toBe('new')
})

it('keeps no renewal for whoever was not signed in: the next may be somebody else', async () => {
  const { asked, source } = counting()
  const [one, two] = await Promise.all([source.renew(''), source.renew('')])
  expect([one, two]).toEqual(['token 1', 'token 1'])
  await expect(source.renew('')).resolves.toBe('token 2')
  expect(asked).toEqual([true, true])
})

it('forgets a renewal that is refused too', async () => {
  const { asked, source } = counting()
  await source.renew('old')
  source.forget('another')
  await expect(source.renew('old')).resolves.toBe('token 1')
  source.forget('old')
  await expect(source.renew('old')).resolves.toBe('token 2')
  expect(asked).toEqual([true, true])
})

it('asks again where there was none to be had', async () => {
  let isSignedIn = false
  const source = createTokenSource(() => {
    if (!isSignedIn) throw new TypeError('signed out')
    return 'token'
  })
  const unauthenticated = { name: 'UploadError', code: 'unauthenticated' }
  await expect(source.current()).rejects.toMatchObject(unauthenticated)
  await expect(source.renew('old')).rejects.toMatchObject(unauthenticated)
  isSignedIn = true
  await expect(source.current()).resolves.toBe('token')
  await expect(source.renew('old')).resolves.toBe('token')
})

it('leaves an error that has its code already', async () => {
  const error = new UploadError('network')
  const source = createTokenSource(() => Promise.reject(error))
  await expect(source.current()).rejects.toBe(error)
})
