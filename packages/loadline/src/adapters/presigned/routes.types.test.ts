import { expectTypeOf, test } from 'vitest'
import { presignedAdapter, type PresignedAdapterOptions } from './presigned-adapter.js'
import type { FileAdapter, HttpClient } from '../../core/index.js'
import type { FinalizeAnswer, FinalizeBody, SignAnswer } from './routes.js'

test('what presigners give is an answer', () => {
  expectTypeOf<{ url: string; fields: Record<string, string> }>().toExtend<SignAnswer>()
  expectTypeOf<{ url: string; headers: Record<string, string> }>().toExtend<SignAnswer>()
  expectTypeOf<{ url: string; fields: [string, string][] }>().toExtend<SignAnswer>()
  expectTypeOf<{ url: string; expiresAt: Date }>().not.toExtend<SignAnswer>()
  expectTypeOf<{ uploadUrl: string }>().not.toExtend<SignAnswer>()
})

test('a finalise says what there is, and answers what it likes', () => {
  expectTypeOf<FinalizeBody['etag']>().toEqualTypeOf<string | null>()
  expectTypeOf<{ url: string | null }>().toExtend<FinalizeAnswer>()
  expectTypeOf<{ id: number }>().not.toExtend<FinalizeAnswer>()
})

test('only signUrl must be given', () => {
  expectTypeOf(presignedAdapter).returns.toEqualTypeOf<FileAdapter>()
  expectTypeOf<{ signUrl: string }>().toExtend<PresignedAdapterOptions>()
  expectTypeOf<{ signUrl: string; http: undefined }>().toExtend<PresignedAdapterOptions>()
  expectTypeOf<{ finalizeUrl: string }>().not.toExtend<PresignedAdapterOptions>()
  expectTypeOf<PresignedAdapterOptions['http']>().toEqualTypeOf<HttpClient | undefined>()
})
