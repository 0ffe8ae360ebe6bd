import { expectTypeOf, test } from 'vitest'
import type { FileAdapter, HttpClient } from '../../core/index.js'
import { roqAdapter, type RoqAdapterOptions } from './roq-adapter.js'
import { roqServerAdapter, type RoqServerAdapterOptions } from './server/roq-server-adapter.js'

test('a page needs a host and a token, at once or later', () => {
  expectTypeOf(roqAdapter).returns.toEqualTypeOf<FileAdapter>()
  expectTypeOf<{ host: string; getToken: () => string }>().toExtend<RoqAdapterOptions>()
  expectTypeOf<{ host: string; getToken: () => Promise<string> }>().toExtend<RoqAdapterOptions>()
  expectTypeOf<{ host: string; getToken: string }>().not.toExtend<RoqAdapterOptions>()
  expectTypeOf<{ host: string }>().not.toExtend<RoqAdapterOptions>()
})

test('whoever gives a token may be told that the last was refused', () => {
  expectTypeOf<RoqAdapterOptions['getToken']>()
    .parameter(0)
    .toEqualTypeOf<{ readonly isRefused: boolean }>()
})

test('the API key is for servers only', () => {
  expectTypeOf<RoqAdapterOptions>().not.toHaveProperty('apiKey')
  expectTypeOf(roqServerAdapter).returns.toEqualTypeOf<FileAdapter>()
  expectTypeOf<RoqServerAdapterOptions['apiKey']>().toEqualTypeOf<string>()
  expectTypeOf<RoqServerAdapterOptions['asUser']>().toEqualTypeOf<string | undefined>()
})

test('options of the wrong kind are refused', () => {
  expectTypeOf<RoqAdapterOptions['apiVersion']>().toEqualTypeOf<'v1' | 'v2' | undefined>()
  expectTypeOf<RoqAdapterOptions['http']>().toEqualTypeOf<HttpClient | undefined>()
  expectTypeOf<RoqAdapterOptions['associations']>().toEqualTypeOf<string | undefined>()
})
