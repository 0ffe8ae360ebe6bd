import { describe, expect, it } from 'vitest'
import { findLayerBreaks } from './find-layer-breaks.mjs'

const library = 'packages/loadline/src'

function breaksOf(files: Record<string, string>): string[] {
  return findLayerBreaks(new Map(Object.entries(files))).map(
    ({ file, line, reason }) => `${file.replace(`${library}/`, '')}:${line} ${reason}`,
  )
}

describe('findLayerBreaks', () => {
  it('lets through what the table allows', () => {
    expect(
      breaksOf({
        [`${library}/core/contract/adapter.ts`]: `import type { StoreApi } from 'zustand/vanilla'`,
        [`${library}/core/upload/queue.ts`]: `
          import { createStore } from 'zustand/vanilla'
          import { check } from '../intake/check.js'
          export const hash = () => import('hash-wasm')`,
        [`${library}/core/intake/check.ts`]: `export type { A } from '../contract/adapter.js'`,
        [`${library}/core/index.ts`]: `export * from './upload/queue.js'`,
        [`${library}/protocol/uploads.ts`]: `import type { A } from '../core/contract/index.js'`,
        [`${library}/adapters/rest/index.ts`]: `
          import axios from 'axios'
          import { retry } from '../../core/index.js'
          import { call } from '../http/call.js'`,
        [`${library}/adapters/http/call.ts`]: `import { fail } from './fail.js'`,
        [`${library}/react/file-list.tsx`]: `
          import { useState } from 'react'
          import { createUploadQueue } from '../core/index.js'
          export const lazy = () => import('@tanstack/react-virtual')`,
        [`${library}/react/file-list.stories.tsx`]: `
          import { FileList } from 'loadline'
          export default { component: FileList }`,
        [`${library}/react/file-list.test.ts`]: `
          import { expect } from 'vitest'
          import { createMemoryBackend } from 'loadline/testing'`,
        [`${library}/react/recipes/a.test.tsx`]: `
          import { FileList } from 'loadline'
          import { Recipe } from './a.stories.js'`,
        [`${library}/react/recipes/a.stories.tsx`]: `
          import './recipes.css'
          export default {}`,
        'apps/demo/src/main.tsx': `import { FileList } from 'loadline'\nimport './app.js'`,
        'packages/server/src/index.ts': `import type { A } from 'loadline/protocol'\nimport 'hono'`,
      }),
    ).toEqual([])
  })

  it.each([
    ['core/contract/ticket.ts', `import { a } from '../upload/a.js'`, 'may not know core'],
    ['core/upload/queue.ts', `import { useState } from 'react'`, 'may not use this package'],
    [
      'core/upload/queue.ts',
      `export { a } from '../../protocol/index.js'`,
      'may not know protocol',
    ],
    ['core/upload/queue.ts', `const a = import('axios')`, 'may not use this package'],
    ['core/upload/queue.ts', `import { sha256 } from 'hash-wasm'`, 'by import() only'],
    ['core/upload/queue.ts', `let a: import('react').FC`, 'may not use this package'],
    ['core/upload/queue.ts', `import { a } from '../index.js'`, 'its own door'],
    ['protocol/files.ts', `import { a } from '../core/contract/a.js'`, 'types only of core'],
    ['protocol/files.ts', `import type { A } from '../core/index.js'`, 'may not know core'],
    [
      'protocol/files.ts',
      `import { type A, b } from '../core/contract/a.js'`,
      'types only of core',
    ],
    ['query/options.ts', `import { a } from '@tanstack/react-query'`, 'its types only'],
    ['adapters/rest/index.ts', `import { a } from '../roq/index.js'`, 'another adapter'],
    ['adapters/http/call.ts', `import { a } from '../rest/index.js'`, 'another adapter'],
    [
      'adapters/rest/index.ts',
      `import { a } from '../../core/upload/a.js'`,
      'past the door of core',
    ],
    ['react/list.tsx', `import axios from 'axios'`, 'may not use this package'],
    ['react/list.tsx', `import { a } from 'loadline/testing'`, 'may not know testing'],
    ['react/list.tsx', `import { Check } from 'lucide-react'`, 'only a file that matches'],
    ['react/list.tsx', `export default function List() {}`, 'a default export'],
    ['react/list.tsx', `const a = 1\nexport { a as default }`, 'a default export'],
    ['react/list.stories.tsx', `import { List } from './list.js'`, 'public doors only'],
    ['react/recipes/a.stories.tsx', `import { List } from '../list.js'`, 'public doors only'],
    ['react/recipes/a.test.tsx', `import { a } from '../../testing/a.js'`, 'public doors only'],
    ['react/list.tsx', `import { a } from './recipes/a.js'`, 'may not know apps'],
    ['testing/backend.ts', `import { it } from 'vitest'`, 'only a file that matches'],
    ['index.ts', `export * from './adapters/rest/index.js'`, 'may not know adapters'],
  ])('reports %s: %s', (file, text, reason) => {
    expect(breaksOf({ [`${library}/${file}`]: text })).toEqual([expect.stringContaining(reason)])
  })

  it.each([
    ['packages/server/src/a.ts', `import { a } from 'loadline/core'`, 'may not know core'],
    ['packages/server/src/a.ts', `import axios from 'axios'`, 'may not use it'],
    [
      'apps/demo/src/a.ts',
      `import { a } from '../../../packages/loadline/src/core/index.js'`,
      'doors',
    ],
    ['e2e/a.spec.ts', `import { a } from 'loadline/src/core'`, 'no such public door'],
  ])('reports outside of the library %s: %s', (file, text, reason) => {
    expect(breaksOf({ [file]: text })).toEqual([expect.stringContaining(reason)])
  })

  it('tells the line', () => {
    const text = `/* one */\n\nimport axios from 'axios'`
    expect(breaksOf({ [`${library}/core/upload/a.ts`]: text })).toEqual([
      expect.stringContaining('core/upload/a.ts:3 '),
    ])
  })

  it('reports folders of core that import each other by a third', () => {
    const breaks = breaksOf({
      [`${library}/core/intake/a.ts`]: `import { b } from '../upload/b.js'`,
      [`${library}/core/upload/b.ts`]: `import { c } from '../http/c.js'`,
      [`${library}/core/http/c.ts`]: `import type { a } from '../intake/a.js'`,
    })
    expect(breaks).toHaveLength(3)
    expect(breaks[0]).toContain('core/intake and core/upload import each other')
  })
})
