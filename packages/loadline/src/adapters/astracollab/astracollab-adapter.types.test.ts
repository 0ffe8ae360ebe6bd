import type { AxiosInstance } from 'axios'
import { expectTypeOf, test } from 'vitest'
import type { FileAdapter, HttpClient } from '../../core/index.js'
import {
  astraCollabAdapter,
  type AstraCollabAdapterOptions,
  type AstraCollabFeatures,
} from './astracollab-adapter.js'

test('only getToken must be given', () => {
  expectTypeOf(astraCollabAdapter).returns.toEqualTypeOf<FileAdapter>()
  expectTypeOf<{ getToken: () => string }>().toExtend<AstraCollabAdapterOptions>()
  expectTypeOf<{ getToken: () => Promise<string> }>().toExtend<AstraCollabAdapterOptions>()
  expectTypeOf<{ getToken: () => null }>().toExtend<AstraCollabAdapterOptions>()
  expectTypeOf<{ baseUrl: string }>().not.toExtend<AstraCollabAdapterOptions>()
  expectTypeOf<{ getToken: string }>().not.toExtend<AstraCollabAdapterOptions>()
  expectTypeOf<{ getToken: () => number }>().not.toExtend<AstraCollabAdapterOptions>()
})

test('whatever is optional may be undefined', () => {
  expectTypeOf<{
    getToken: () => string
    baseUrl: undefined
    cacheKey: undefined
    features: undefined
    http: undefined
  }>().toExtend<AstraCollabAdapterOptions>()
  expectTypeOf<{ multipart: undefined }>().toExtend<AstraCollabFeatures>()
})

test('a switch is one of four', () => {
  expectTypeOf<keyof AstraCollabFeatures>().toEqualTypeOf<
    'upload' | 'multipart' | 'delete' | 'folders'
  >()
  expectTypeOf<AxiosInstance>().toExtend<NonNullable<AstraCollabAdapterOptions['http']>>()
  expectTypeOf<AstraCollabAdapterOptions['http']>().toEqualTypeOf<HttpClient | undefined>()
})
