import { useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { defineAdapter, storedFile, type FileAdapter, type StoredFile } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
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

describe('on the way back to the tab', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  const hourMs = 3_600_000

  /** Two files of a backend in memory that signs anew whenever it is asked: one for an hour, one for three. */
  async function setUpSigned() {
    let turn = 0
    const sign = (file: StoredFile): StoredFile => ({
      ...file,
      url: `https://files.example/${file.id}?turn=${String(turn)}`,
      urlExpiresAt: inMs(file.id === 'b' ? 3 * hourMs : hourMs),
    })
    const backend = createMemoryBackend({
      files: ['a', 'b'].map((id) => ({ id, name: `${id}.png`, contentType: 'image/png' })),
    })
    const getFiles = vi.fn<NonNullable<FileAdapter['getFiles']>>(async (ids, ctx) => {
      const answers = (await backend.adapter.getFiles?.(ids, ctx)) ?? []
      turn += 1
      return answers.map((one) => (one.ok ? { ok: true, value: sign(one.value) } : one))
    })
    const screen = await render(
      <FilesProvider adapter={{ ...backend.adapter, getFiles }}>
        {backend.files().map((file) => (
          <Shown key={file.id} file={sign(file)} />
        ))}
      </FilesProvider>,
    )
    const turns = () =>
      screen
        .getByRole('button')
        .elements()
        .map(({ textContent }) => textContent.replace(/^.*\/(.)\?turn=/u, '$1'))
    await expect.poll(turns).toEqual(['a0', 'b0'])
    return { backend, getFiles, turns }
  }

  /** A frozen tab: time goes by, and no timer runs. */
  function sleep(ms: number): void {
    const now = Date.now()
    show('hidden')
    vi.useFakeTimers({ toFake: ['Date'], now: now + ms })
  }

  function show(state: DocumentVisibilityState): void {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }

  it('renews addresses that ended meanwhile, and leaves alone what is still good', async () => {
    const { getFiles, turns } = await setUpSigned()
    sleep(2 * hourMs)
    show('visible')
    await expect.poll(turns).toEqual(['a1', 'b0'])
    // The new one ends too, and with it the other.
    sleep(2 * hourMs)
    show('visible')
    await expect.poll(turns).toEqual(['a2', 'b2'])
    expect(getFiles.mock.calls.map(([ids]) => [...ids].sort())).toEqual([['a'], ['a', 'b']])
  })

  it('asks again on the next way back where it was refused', async () => {
    const { backend, getFiles, turns } = await setUpSigned()
    backend.failNext('list', 'forbidden')
    sleep(2 * hourMs)
    show('visible')
    await expect.poll(() => getFiles.mock.settledResults.length).toBe(1)
    expect(turns()).toEqual(['a0', 'b0'])
    show('hidden')
    show('visible')
    await expect.poll(turns).toEqual(['a2', 'b0'])
  })
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

it('asks once for an address that fails again when it is new', async () => {
  const { adapter, getFiles } = setUp()
  const file = signed('a', 0, 3_600_000)
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Shown file={file} />
    </FilesProvider>,
  )
  await screen.getByRole('button', { name: /turn=0/u }).click()
  await screen.getByRole('button', { name: /turn=1/u }).click()
  await expect.element(screen.getByText('turn=1', { exact: false })).toBeVisible()
  expect(getFiles).toHaveBeenCalledOnce()
})

it('reads bytes that need headers once for all who show them, and revokes them with the last', async () => {
  const readFile = vi.fn<NonNullable<FileAdapter['readFile']>>(() =>
    Promise.resolve(new Blob(['<svg/>'], { type: 'image/svg+xml' })),
  )
  const adapter = defineAdapter({ name: 'headers', readFile })
  const file = storedFile({ id: 'x', name: 'x.svg', contentType: 'image/svg+xml' })
  const list = (count: number) => (
    <FilesProvider adapter={adapter}>
      {Array.from({ length: count }, (_, index) => (
        <Shown key={index} file={file} />
      ))}
    </FilesProvider>
  )
  const screen = await render(list(2))
  await expect.poll(() => screen.getByText(/^blob:/u).elements()).toHaveLength(2)
  const [one, two] = screen.getByRole('button').elements()
  const url = one?.textContent ?? ''
  expect(two?.textContent).toBe(url)
  expect(readFile).toHaveBeenCalledOnce()
  const typeOf = () =>
    fetch(url).then(
      (response) => response.headers.get('content-type'),
      () => 'gone',
    )
  // As a page of its own an SVG could do what this one can.
  expect(await typeOf()).toBe('application/octet-stream')
  await screen.rerender(list(1))
  expect(await typeOf()).toBe('application/octet-stream')
  await screen.rerender(list(0))
  await expect.poll(typeOf).toBe('gone')
})

it('reads no more than the memory is worth', async () => {
  const readFile = vi.fn<NonNullable<FileAdapter['readFile']>>(() => Promise.resolve(new Blob()))
  const adapter = defineAdapter({ name: 'headers', readFile })
  const file = storedFile({ id: 'x', name: 'x.mp4', size: 300 * 1024 * 1024 })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Shown file={file} />
    </FilesProvider>,
  )
  await expect.element(screen.getByText('none')).toBeVisible()
  expect(readFile).not.toHaveBeenCalled()
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
