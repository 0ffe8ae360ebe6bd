import { useState, type ReactNode } from 'react'
import { userEvent } from 'vitest/browser'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue, type UploadState } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import '../styles/styles.css'
import { FileActiveUploads, type FileActiveUploadsProps } from './file-active-uploads.js'
import { createStagedQueue } from './staged-queue.js'

function setUp() {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({
    adapter: backend.adapter,
    transports: [backend.transport],
    retry: { attemptsPerPart: 1 },
  })
  const show = (props: FileActiveUploadsProps = {}) =>
    render(
      <FilesProvider queue={queue}>
        <p>beside</p>
        <FileActiveUploads {...props} />
      </FilesProvider>,
    )
  return { backend, queue, show }
}

const named = (...names: readonly string[]) => names.map((name) => makeFile({ name }))
const toggle = { name: 'Show all uploads' }

it('shows its rows, or only the sum', async () => {
  const { backend, queue, show } = setUp()
  const onOpenChange = vi.fn<NonNullable<FileActiveUploadsProps['onOpenChange']>>()
  backend.hold('store')
  const screen = await show({ onOpenChange })
  queue.add(named('a.pdf'))
  const button = screen.getByRole('button', toggle)
  await expect.element(button).toHaveAttribute('aria-expanded', 'true')
  await button.click()
  await expect.element(screen.getByRole('list')).not.toBeInTheDocument()
  await expect.element(screen.getByRole('progressbar', { name: 'All uploads' })).toBeInTheDocument()
  expect(onOpenChange).toHaveBeenLastCalledWith(false, { reason: 'toggle' })
  await button.click()
  await expect.element(screen.getByRole('listitem')).toBeVisible()
  expect(onOpenChange).toHaveBeenLastCalledWith(true, { reason: 'toggle' })
})

it('leaves `open` to the application', async () => {
  const { queue } = setUp()
  function App(): ReactNode {
    const [open, setOpen] = useState(false)
    return (
      <FilesProvider queue={queue}>
        <FileActiveUploads placement="corner" open={open} onOpenChange={setOpen} />
      </FilesProvider>
    )
  }
  const screen = await render(<App />)
  queue.add(named('a.pdf'))
  const button = screen.getByRole('button', toggle)
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await expect.element(screen.getByRole('listitem')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await expect.element(button).toHaveFocus()
})

it('forwards its ref, attributes and classes', async () => {
  const { queue } = setUp()
  const ref = vi.fn<(element: HTMLDivElement | null) => void>()
  const screen = await render(
    <FilesProvider queue={queue}>
      <FileActiveUploads ref={ref} id="own" className="mine" classNames={{ uploads: 'yours' }} />
    </FilesProvider>,
  )
  queue.add(named('a.pdf'))
  const region = screen.getByRole('region', { name: 'Uploads' })
  await expect.element(region).toHaveAttribute('id', 'own')
  await expect.element(region).toHaveClass('yours', 'mine')
  expect(ref).toHaveBeenLastCalledWith(region.element())
  await screen.unmount()
  expect(ref).toHaveBeenLastCalledWith(null)
})

it('leads to the upload that needs the person, also from behind', async () => {
  const signIn: UploadState = {
    ...{ status: 'waiting', reason: 'auth', resumeTo: 'store', retryAt: null },
  }
  const sending: UploadState = { status: 'uploading', phase: 'sending', parts: null }
  const { queue, ids } = createStagedQueue(createMemoryBackend().adapter, [
    ...Array.from({ length: 300 }, () => sending),
    signIn,
  ])
  const getIds: typeof queue.getIds = (filter) =>
    filter?.statuses?.includes('waiting') === true ? ids.slice(-1) : queue.getIds(filter)
  const screen = await render(
    <FilesProvider queue={{ ...queue, getIds }}>
      <FileActiveUploads defaultOpen={false} />
    </FilesProvider>,
  )
  await screen.getByRole('button', { name: 'Review' }).click()
  const button = screen.getByRole('button', { name: /^Sign in Berth plan 300/u })
  await expect.element(button).toHaveFocus()
  await expect.element(button).toBeInViewport()
  expect(screen.getByRole('listitem').elements().length).toBeLessThan(60)
})

it('shows rows of some statuses only, in the order in which they were added', async () => {
  const { backend, queue, show } = setUp()
  backend.failNext('create', 'forbidden')
  const screen = await show({ statuses: ['ready', 'failed'] })
  queue.add(named('a.pdf', 'b.pdf', 'c.pdf'))
  await expect.poll(() => queue.getIds({ statuses: ['ready', 'failed'] })).toHaveLength(3)
  const bars = screen.getByRole('listitem').getByRole('progressbar')
  const names = () => bars.elements().map((bar) => bar.ariaLabel)
  await expect.poll(names).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  const [failed = ''] = queue.getIds({ statuses: ['failed'] })
  queue.remove(queue.getIds({ statuses: ['ready'] })[0])
  await expect.poll(names).toHaveLength(2)
  expect(names()).toContain(queue.getTask(failed)?.name)
})

it('retries what failed, and clears what is done', async () => {
  const { backend, queue, show } = setUp()
  backend.failNext('create', 'forbidden', 2)
  const screen = await show()
  queue.add(named('a.pdf', 'b.pdf'))
  await expect.poll(() => queue.getTotals().counts.failed).toBe(2)
  await screen.getByRole('button', { name: 'Retry failed' }).click()
  await expect.poll(() => backend.files()).toHaveLength(2)
  const clear = screen.getByRole('button', { name: 'Clear' })
  await clear.click()
  await expect.element(screen.getByRole('region')).not.toBeInTheDocument()
  expect(queue.getIds()).toEqual([])
  // The next press of the tab key goes on where the person was.
  expect(document.activeElement).not.toBe(document.body)
})

it('asks before it cancels many, by keyboard', async () => {
  const { backend, queue, show } = setUp()
  backend.hold('store')
  const screen = await show()
  queue.add(named('a.pdf', 'b.pdf'))
  const more = screen.getByRole('button', { name: 'More actions' })
  ;((await more.findElement()) as HTMLElement).focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  const dialog = screen.getByRole('alertdialog', { name: 'Cancel 2 files?' })
  await expect.element(dialog.getByRole('button', { name: 'Keep uploading' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(more).toHaveFocus()
  expect(queue.getTotals().counts.cancelled).toBe(0)
  await userEvent.keyboard('{Enter}{Enter}')
  await dialog.getByRole('button', { name: 'Cancel all' }).click()
  await expect.poll(() => queue.getTotals().counts.cancelled).toBe(2)
  expect(backend.files()).toEqual([])
})

it('closes its menu by Escape, and by a press beside it', async () => {
  const { backend, queue, show } = setUp()
  backend.hold('store')
  const screen = await show()
  queue.add(named('a.pdf'))
  const more = screen.getByRole('button', { name: 'More actions' })
  const menu = screen.getByRole('menu')
  await more.click()
  await expect.element(menu).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(menu).not.toBeInTheDocument()
  await expect.element(more).toHaveFocus()
  await more.click()
  await screen.getByText('Uploading 1 file').nth(1).click()
  await expect.element(menu).not.toBeInTheDocument()
})

it('lets ready uploads go, but not beside a failure', { timeout: 60_000 }, async () => {
  const { backend, queue, show } = setUp()
  backend.failNext('create', 'forbidden')
  const screen = await show({ autoDismissReady: true })
  queue.add(named('a.pdf', 'b.pdf'))
  await screen.getByRole('region').hover()
  await expect.element(screen.getByText('1 uploaded, 1 failed').first()).toBeVisible()
  const [failed = ''] = queue.getIds({ statuses: ['failed'] })
  queue.remove(failed)
  const leftAt = performance.now()
  await screen.getByText('beside').hover()
  await expect.poll(() => queue.getIds(), { timeout: 40_000 }).toEqual([])
  expect(performance.now() - leftAt).toBeGreaterThan(3_900)
})

it('puts small files into one row that opens', async () => {
  const { backend, queue, show } = setUp()
  backend.hold('store')
  const screen = await show({ groupAbove: 3 })
  const [movie] = [makeFile({ name: 'movie.mov', size: 1_200_000 })]
  queue.add([...named('a.pdf', 'b.pdf'), movie, ...named('c.pdf')])
  const group = screen.getByRole('progressbar', { name: '3 small files' })
  await expect.element(group).toHaveAttribute('aria-valuetext', '0 uploaded')
  expect(screen.getByRole('listitem').elements()).toHaveLength(2)
  await screen.getByRole('button', { name: 'Show 3 small files' }).click()
  expect(screen.getByRole('listitem').elements()).toHaveLength(5)
  backend.release()
  await expect.element(group).toHaveAttribute('aria-valuetext', '3 uploaded')
})

it('draws rows as the application wants them', async () => {
  const { queue, show } = setUp()
  const screen = await show({
    renderUpload: (props, { task, words }) => (
      <li {...props}>
        {task.name}: {words[0]}
      </li>
    ),
  })
  queue.add(named('a.pdf'))
  const row = screen.getByText('a.pdf: Uploaded')
  await expect.element(row).toHaveAttribute('data-status', 'ready')
  await expect.element(row).toHaveAttribute('data-loadline', 'upload-row')
})

it('says the same of a retry whether the connection or the server failed', async () => {
  const { backend, queue } = setUp()
  const patient = createUploadQueue({
    ...{ adapter: backend.adapter, transports: [backend.transport] },
    retry: { baseDelayMs: 60_000, maxDelayMs: 60_000 },
  })
  queue.destroy()
  backend.failNext('store', 'server')
  const screen = await render(
    <FilesProvider queue={patient}>
      <FileActiveUploads />
    </FilesProvider>,
  )
  patient.add(named('a.pdf'))
  await expect.element(screen.getByText(/^Trying again/u)).toBeVisible()
  await expect.element(screen.getByText(/[Cc]onnection/u)).not.toBeInTheDocument()
  patient.destroy()
})

it('announces the start, the first failure and the sum, not each file', async () => {
  const { backend, queue, show } = setUp()
  backend.hold('store')
  const screen = await show()
  const said: string[] = []
  const startedAt = performance.now()
  const status = await screen.getByRole('status').findElement()
  const observer = new MutationObserver(() => said.push(status.textContent))
  observer.observe(status, { childList: true, subtree: true, characterData: true })
  backend.failNext('create', 'forbidden', 5)
  queue.add(named(...Array.from({ length: 30 }, (_, index) => `${String(index)}.pdf`)))
  await expect.poll(() => queue.getTotals().counts.failed).toBe(5)
  backend.release()
  await expect.poll(() => queue.getTotals().counts.ready).toBe(25)
  await expect.element(status).toHaveTextContent('25 uploaded, 5 failed')
  observer.disconnect()
  expect(said[0]).toBe('Uploading 30 files')
  expect(said.at(-1)).toBe('25 uploaded, 5 failed')
  // On a slow machine a sum comes in between, every five seconds.
  const sums = Math.floor((performance.now() - startedAt) / 5_000)
  expect(said.length).toBeLessThanOrEqual(3 + sums)
  expect(screen.container.querySelectorAll('[role=status], [aria-live]')).toHaveLength(1)
})
