import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

it('shows the test that runs', async () => {
  const guide = await read('../../../docs/testing.md')
  const [, code] = /```tsx\n(.*?)```/su.exec(guide) ?? []
  expect(code).toBe(await read('upload-page.jsdom.test.tsx'))
})
