import type { AxiosInstance } from 'axios'
import { expectTypeOf, test } from 'vitest'
import type { FileAdapter } from '../../core/index.js'
import { rocketChatAdapter, type RocketChatAdapterOptions, type RocketChatRoom } from './index.js'

test('a room is given by its id or its name, and a direct room by its id', () => {
  expectTypeOf<{ kind: 'direct'; id: string }>().toExtend<RocketChatRoom>()
  expectTypeOf<{ kind: 'channel'; name: string }>().toExtend<RocketChatRoom>()
  expectTypeOf<{ kind: 'direct'; name: string }>().not.toExtend<RocketChatRoom>()
  expectTypeOf<{ kind: 'group' }>().not.toExtend<RocketChatRoom>()
  expectTypeOf<{ kind: 'group'; id: string; name: string }>().not.toExtend<RocketChatRoom>()
  expectTypeOf<{ kind: 'team'; id: string }>().not.toExtend<RocketChatRoom>()
})

test('a token may be answered at once or later', () => {
  type GetAuth = RocketChatAdapterOptions['getAuth']
  interface Auth {
    userId: string
    authToken: string
  }
  expectTypeOf<() => Auth>().toExtend<GetAuth>()
  expectTypeOf<() => Promise<Auth>>().toExtend<GetAuth>()
  expectTypeOf<() => { authToken: string }>().not.toExtend<GetAuth>()
})

test('the rest may be left out', () => {
  interface Least {
    baseUrl: string
    room: { kind: 'group'; id: string }
    getAuth: () => { userId: string; authToken: string }
  }
  expectTypeOf<Least>().toExtend<RocketChatAdapterOptions>()
  expectTypeOf<Omit<Least, 'getAuth'>>().not.toExtend<RocketChatAdapterOptions>()
  expectTypeOf<Least & { http: AxiosInstance }>().toExtend<RocketChatAdapterOptions>()
  expectTypeOf<Least & { serverVersion: undefined }>().toExtend<RocketChatAdapterOptions>()
  expectTypeOf<Least & { serverVersion: number }>().not.toExtend<RocketChatAdapterOptions>()
  expectTypeOf(rocketChatAdapter).returns.toEqualTypeOf<FileAdapter>()
})
