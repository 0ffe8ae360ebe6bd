import type { AxiosInstance, AxiosStatic } from 'axios'
import { expectTypeOf, test } from 'vitest'
import type { HttpClient } from '../../core/index.js'
import type { RestAdapterOptions } from './rest-adapter.js'

test("an application's axios is an HttpClient, an own function too", () => {
  expectTypeOf<AxiosInstance>().toExtend<HttpClient>()
  expectTypeOf<AxiosStatic>().toExtend<HttpClient>()
  expectTypeOf<{ request(config: { url: string }): Promise<string> }>().toExtend<HttpClient>()
  expectTypeOf<{ fetch(url: string): Promise<unknown> }>().not.toExtend<HttpClient>()
})

test('only baseUrl must be given', () => {
  expectTypeOf<{ baseUrl: string }>().toExtend<RestAdapterOptions>()
  expectTypeOf<{ baseUrl: string; http: undefined }>().toExtend<RestAdapterOptions>()
  expectTypeOf<{ http: AxiosInstance }>().not.toExtend<RestAdapterOptions>()
})
