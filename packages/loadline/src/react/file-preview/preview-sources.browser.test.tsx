import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import {
  createUploadQueue,
  UploadError,
  type AdapterDefinition,
  type FileAdapter,
} from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { showFiles, storedSample, textSample } from '../../../testing/open-preview.js'
import { hostileTexts, hugePicture, samplePicture } from '../../../testing/sample-files.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useFilePreview } from './use-file-preview.js'

beforeEach(() => page.viewport(1280, 800))

it('runs nothing of an SVG, of HTML, or of what only calls itself a picture or a PDF (S6)', async () => {
  const files = [
    textSample('a.svg', hostileTexts.svg, 'image/svg+xml'),
    textSample('b.html', hostileTexts.html, 'text/html'),
    textSample('c.png', hostileTexts.svg, 'image/png'),
    textSample('d.pdf', hostileTexts.html, 'application/pdf'),
    textSample('e.bin', hostileTexts.html, 'video/mp4'),
    {
      name: 'f.png',
      type: 'image/png',
      bytes: new Blob([hostileTexts.svg], { type: 'image/svg+xml' }),
    },
  ]
  const { open, dialog } = await showFiles(files.map(storedSample))
  const svg = await open('a.svg')
  await expect.element(svg.getByRole('region', { name: 'a.svg' })).toMatchTextContent(/<script>/u)
  await userEvent.keyboard('{ArrowRight}')
  await expect
    .element(dialog('b.html').getByRole('region', { name: 'b.html' }))
    .toMatchTextContent(/onerror=/u)
  for (const name of ['c.png', 'd.pdf', 'e.bin']) {
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(dialog(name).getByRole('alert')).toMatchTextContent(/can't be shown/u)
    expect(dialog(name).element().querySelector('iframe')).toBe(null)
  }
  await userEvent.keyboard('{ArrowRight}')
  // A store that serves an SVG under the name of a picture: it is drawn, and no more.
  await expect.element(dialog('f.png').getByRole('img', { name: 'f.png' })).toBeVisible()
  expect(globalThis).not.toHaveProperty('ranHostile')
})

it('draws no picture that is too large, and says so (S11)', async () => {
  const large = { name: 'a.png', type: 'image/png', bytes: await hugePicture(20) }
  const huge = { name: 'b.png', type: 'image/png', bytes: await hugePicture(30) }
  const heavy = { name: 'c.png', type: 'image/png', bytes: await samplePicture() }
  const files = [large, huge, heavy].map((sample, index) => ({
    ...storedSample(sample, index),
    ...(sample === heavy && { size: 1_000_000_000 }),
  }))
  const { open, dialog } = await showFiles(files)
  await open('a.png')
  for (const [name, words] of [
    ['a.png', /too large/u],
    // Too large for the browser itself, it may be.
    ['b.png', /too large|can't be shown/u],
    ['c.png', /too large/u],
  ] as const) {
    await expect.element(dialog(name).getByRole('alert')).toMatchTextContent(words)
    expect(dialog(name).element().querySelector('img')).toBe(null)
    await userEvent.keyboard('{ArrowRight}')
  }
  const download = dialog('c.png').getByRole('button', { name: 'Download', exact: true })
  await expect.element(download).toBeVisible()
})

/** An adapter whose files have an address that is dead until it is renewed, and maybe then. */
async function showExpired(isBetterAfter: boolean) {
  const bytes = await samplePicture(40, 30)
  const dead = URL.createObjectURL(bytes)
  URL.revokeObjectURL(dead)
  const file = { id: 'x', name: 'x.png', contentType: 'image/png', size: bytes.size, url: dead }
  const good = URL.createObjectURL(bytes)
  const getFiles = vi.fn<NonNullable<FileAdapter['getFiles']>>()
  const shown = await showFiles([file], {
    adapt: (adapter) => ({
      ...adapter,
      readFile: undefined,
      getFiles: getFiles.mockImplementation(async (ids, ctx) => {
        const results = await adapter.getFiles?.(ids, ctx)
        return (results ?? []).map((result) =>
          result.ok && isBetterAfter ? { ok: true, value: { ...result.value, url: good } } : result,
        )
      }),
    }),
  })
  const preview = await shown.open('x')
  // Its thumbnail may have asked before.
  return { preview, getFiles }
}

it('renews an address that is over, once', async () => {
  const { preview, getFiles } = await showExpired(true)
  await expect.element(preview.getByRole('img', { name: 'x.png' })).toBeVisible()
  expect(getFiles).toHaveBeenCalledOnce()
})

it('says so where a new address does not help either', async () => {
  const { preview, getFiles } = await showExpired(false)
  await expect.element(preview.getByRole('alert')).toMatchTextContent(/can't be shown/u)
  expect(getFiles).toHaveBeenCalledOnce()
  await expect.element(preview.getByRole('button', { name: 'Download', exact: true })).toBeVisible()
})

it('shows and downloads what needs headers, and gives the memory back', async () => {
  const bytes = await samplePicture(40, 30)
  const readFile = vi.fn<NonNullable<AdapterDefinition['readFile']>>(() => Promise.resolve(bytes))
  const file = { id: 'x', name: 'x.png', contentType: 'image/png', size: bytes.size, url: null }
  const { open } = await showFiles([file], { adapt: (adapter) => ({ ...adapter, readFile }) })
  const preview = await open('x')
  await expect.element(preview.getByRole('img', { name: 'x.png' })).toBeVisible()
  const { src } = preview.getByRole('img', { name: 'x.png' }).element() as HTMLImageElement
  expect(src).toMatch(/^blob:/u)
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await preview.getByRole('button', { name: 'Download x.png' }).click()
  await expect.poll(() => click.mock.contexts).toHaveLength(1)
  const [link] = click.mock.contexts as HTMLAnchorElement[]
  expect([link?.download, link?.href.slice(0, 5)]).toEqual(['x.png', 'blob:'])
  click.mockRestore()
  await userEvent.keyboard('{Escape}')
  await expect
    .poll(() =>
      fetch(src).then(
        () => 'there',
        () => 'gone',
      ),
    )
    .toBe('gone')
})

it('reads only the beginning of a long text', async () => {
  const readFile = vi.fn<NonNullable<AdapterDefinition['readFile']>>(() =>
    Promise.resolve(new Blob(['é'.repeat(131_072)])),
  )
  const file = { id: 'x', name: 'x.log', contentType: 'text/plain', size: 9_000_000, url: null }
  const { open } = await showFiles([file], { adapt: (adapter) => ({ ...adapter, readFile }) })
  const preview = await open('x')
  await expect.element(preview.getByText('Only the first 262 kB are shown.')).toBeVisible()
  const [, options] = readFile.mock.calls[0] ?? []
  expect(options).toEqual({ variant: 'original', range: { start: 0, end: 262_143 } })
})

it('shows the file of an upload before it is sent, and when it is not sent', async () => {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({
    adapter: backend.adapter,
    transports: [backend.transport],
    autoUpload: false,
  })
  const notes = new File(['not sent yet'], 'notes.txt', { type: 'text/plain' })
  const { ids } = queue.add([notes, makeFile({ name: 'a.bin' })])
  function Preview({ id }: { readonly id: string }) {
    const { status, content, problem } = useFilePreview(queue.getTask(id) ?? null)
    return (
      <output>
        {status} {content?.kind === 'text' && content.text} {problem}
      </output>
    )
  }
  const screen = await render(
    <FilesProvider queue={queue}>
      {ids.map((id) => (
        <Preview key={id} id={id} />
      ))}
    </FilesProvider>,
  )
  await expect.element(screen.getByText('ready not sent yet')).toBeVisible()
  await expect.element(screen.getByText('error unsupported')).toBeVisible()
})

it('tries again what did not come', async () => {
  let isDown = true
  const readFile: AdapterDefinition['readFile'] = () =>
    isDown ? Promise.reject(new UploadError('network')) : Promise.resolve(new Blob(['here']))
  const file = { id: 'x', name: 'x.txt', contentType: 'text/plain', size: 4, url: null }
  const { open } = await showFiles([file], { adapt: (adapter) => ({ ...adapter, readFile }) })
  const preview = await open('x')
  await expect.element(preview.getByRole('alert')).toMatchTextContent(/^The file didn't load/u)
  isDown = false
  await preview.getByRole('button', { name: 'Try again' }).click()
  await expect.element(preview.getByRole('region', { name: 'x.txt' })).toHaveTextContent('here')
})
