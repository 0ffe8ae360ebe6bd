import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createUploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import '../styles/styles.css'
import { FileActiveUploads } from './file-active-uploads.js'

async function show(count: number) {
  const { adapter, transport } = createMemoryBackend()
  const queue = createUploadQueue({ adapter, transports: [transport], autoUpload: false })
  const files = Array.from({ length: count }, (_, index) =>
    makeFile({ name: `${String(index)}.bin` }),
  )
  const { ids } = queue.add(files)
  const screen = await render(
    <FilesProvider queue={queue}>
      <FileActiveUploads groupAbove={10_000} />
    </FilesProvider>,
  )
  const rows = () => screen.getByRole('listitem').elements()
  await expect.element(screen.getByRole('list')).toBeVisible()
  const scroller = screen.container.querySelector('[data-loadline=upload-scroller]')
  if (scroller === null) throw new Error('There is no list.')
  await expect.poll(() => scroller.scrollHeight).toBe(count * 56)
  return { queue, ids, screen, rows, scroller }
}

it('renders all of 50 rows', async () => {
  const { rows } = await show(50)
  expect(rows()).toHaveLength(50)
  expect(rows()[0]).not.toHaveAttribute('aria-setsize')
})

it('renders only rows in view of 2,000, and says how many there are', async () => {
  const { rows, scroller, screen } = await show(2_000)
  expect(rows().length).toBeLessThan(40)
  scroller.scrollTop = scroller.scrollHeight
  const last = screen.getByRole('progressbar', { name: '1999.bin' })
  await expect.element(last).toBeInViewport()
  const row = rows().at(-1)
  expect(row).toHaveAttribute('aria-setsize', '2000')
  expect(row).toHaveAttribute('aria-posinset', '2000')
  expect(rows().length).toBeLessThan(40)
})

it('keeps the focus while the list is scrolled away from it', async () => {
  const { scroller, screen } = await show(500)
  const button = screen.getByRole('button', { name: 'Upload 3.bin' })
  ;(button.element() as HTMLElement).focus()
  scroller.scrollTop = 300 * 56
  await expect.element(screen.getByRole('button', { name: 'Upload 303.bin' })).toBeVisible()
  await expect.element(button).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  await expect.element(screen.getByRole('button', { name: 'Cancel 3.bin' })).toHaveFocus()
})

it('gives the focus to a neighbour when its row goes', async () => {
  const { queue, ids, rows, screen } = await show(500)
  ;(screen.getByRole('button', { name: 'Cancel 3.bin' }).element() as HTMLElement).focus()
  queue.remove(ids[3])
  await expect.element(screen.getByRole('button', { name: 'Cancel 4.bin' })).toHaveFocus()
  queue.remove(ids.slice(4, 490))
  await expect.poll(() => document.activeElement?.ariaLabel).toMatch(/^Cancel /u)
  await expect.poll(() => rows()).toHaveLength(13)
  queue.remove(queue.getIds())
  await expect.element(screen.getByRole('list')).not.toBeInTheDocument()
  expect(document.activeElement).toHaveAttribute('data-loadline', 'uploads')
})
