import { expect, it } from 'vitest'
import { findStrays } from './find-strays.mjs'

it('accepts the suffixes that a runner looks for, and files that are no tests', () => {
  expect(
    findStrays([
      'packages/loadline/src/core/upload/transition.test.ts',
      'packages/loadline/src/core/contract/adapter.types.test.ts',
      'packages/loadline/src/react/file-list.browser.test.tsx',
      'packages/loadline/src/react/file-list.stories.tsx',
      'packages/loadline/src/testing/index.ts',
      'packages/loadline/tsconfig.test.json',
      'scripts/test.mjs',
      'e2e/upload.spec.ts',
      'e2e/deep/many-files.spec.ts',
      'e2e/next/server-rendering.spec.ts',
      '.storybook/pseudo-words.browser.test.tsx',
    ]),
  ).toEqual([])
})

it('finds tests where no runner looks', () => {
  const strays = [
    'packages/loadline/src/core/upload/transition.spec.ts',
    'packages/loadline/src/core/upload/transition-test.ts',
    'packages/loadline/src/react/file-list.test.tsx',
    'packages/loadline/src/core/__tests__/transition.ts',
    'packages/server/src/files.test.mts',
    'apps/demo/src/app.stories.tsx',
    'e2e/slow/upload.spec.ts',
  ]
  expect(findStrays(strays)).toEqual(strays)
})
