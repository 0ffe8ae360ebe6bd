import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { defineAdapter } from '../../core/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useFiles } from './use-files.js'

it('names the method that a list cannot be without', async () => {
  const adapter = defineAdapter({ name: 'uploads-only' })
  const { result } = await renderHook(() => useFiles(), {
    wrapper: ({ children }: { readonly children?: ReactNode }) => (
      <FilesProvider adapter={adapter}>{children}</FilesProvider>
    ),
  })
  await expect
    .poll(() => result.current.error)
    .toMatchObject({
      code: 'unsupported',
      message: 'The adapter "uploads-only" has no listFiles.',
    })
})
