import { useState, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { defineAdapter, storedFile, type FileAdapter, type StoredFile } from '../../core/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useFile } from './use-file.js'
import { useFileUrl } from './use-file-url.js'

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()

function signed(id: string, turn: number, lifeMs: number): StoredFile {
  return storedFile({
    id,
    name: `${id}.png`,
    url: `https://files.example/${id}?turn=${String(turn)}`,
    urlExpiresAt: inMs(lifeMs),
  })
}

function setUp(lifeMs = 3_600_000) {
  let turn = 0
  const getFiles = vi.fn<NonNullable<FileAdapter['getFiles']>>((ids) => {
    turn += 1
    return Promise.resolve(
      ids.map((id) => ({ ok: true as const, value: signed(id, turn, lifeMs) })),
    )
  })
  return { getFiles, adapter: defineAdapter({ name: 'signed', getFiles }) }
}

function Shown({ file }: { readonly file: StoredFile }): ReactNode {
  const { url, onError } = useFileUrl(file)
  return (
    <button type="button" onClick={onError}>
      {url ?? 'none'}
    </button>
  )
}

it('keeps an address that is valid, and renews one that failed, for all who show it', async () => {
  const { adapter, getFiles } = setUp()
  const file = signed('a', 0, 3_600_000)
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Shown file={file} />
      <Shown file={file} />
    </FilesProvider>,
  )
  expect(screen.getByText('https://files.example/a?turn=0').elements()).toHaveLength(2)
  expect(getFiles).not.toHaveBeenCalled()
  for (const button of screen.getByRole('button').elements()) (button as HTMLElement).click()
  await expect.poll(() => screen.getByText('a?turn=1', { exact: false }).elements()).toHaveLength(2)
  expect(getFiles).toHaveBeenCalledOnce()
})

it('renews many that are over in one call', async () => {
  const { adapter, getFiles } = setUp()
  const files = ['a', 'b', 'c'].map((id) => signed(id, 0, -1000))
  const screen = await render(
    <FilesProvider adapter={adapter}>
      {files.map((file) => (
        <Shown key={file.id} file={file} />
      ))}
    </FilesProvider>,
  )
  await expect.poll(() => screen.getByText('turn=1', { exact: false }).elements()).toHaveLength(3)
  expect(getFiles.mock.calls.map(([ids]) => ids)).toEqual([['a', 'b', 'c']])
})

it('follows only safe addresses', async () => {
  const { adapter } = setUp()
  const file = storedFile({ id: 'x', name: 'x', url: 'javascript:alert(1)' })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Shown file={file} />
    </FilesProvider>,
  )
  await expect.element(screen.getByText('none')).toBeVisible()
})

it('gets one file, and another', async () => {
  const adapter = defineAdapter({
    name: 'one',
    getFile: (id) => Promise.resolve(storedFile({ id, name: `${id}.png` })),
  })
  function One(): ReactNode {
    const [id, setId] = useState<string | null>(null)
    const { file, status } = useFile(id)
    return (
      <button type="button" onClick={() => setId(id === null ? 'a' : 'b')}>
        {file?.name ?? status}
      </button>
    )
  }
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <One />
    </FilesProvider>,
  )
  await screen.getByRole('button', { name: 'pending' }).click()
  await screen.getByRole('button', { name: 'a.png' }).click()
  await expect.element(screen.getByRole('button', { name: 'b.png' })).toBeVisible()
})
