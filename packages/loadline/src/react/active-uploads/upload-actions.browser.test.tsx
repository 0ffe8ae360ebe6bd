import { StrictMode, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue, type UploadQueue, type UploadQueueOptions } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileActiveUploads } from './file-active-uploads.js'

function setUp(options: UploadQueueOptions = {}) {
  const backend = createMemoryBackend()
  const transports = [backend.transport]
  const queue = createUploadQueue({ adapter: backend.adapter, transports, ...options })
  return { backend, queue }
}

interface PanelProps {
  readonly queue: UploadQueue
  readonly onAuthRequired?: () => Promise<void>
}

function Panel({ queue, onAuthRequired }: PanelProps): ReactNode {
  return (
    <StrictMode>
      <FilesProvider queue={queue} onAuthRequired={onAuthRequired}>
        <FileActiveUploads />
      </FilesProvider>
    </StrictMode>
  )
}

const [a, b] = [makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })]

it('pauses and resumes one file, and keeps the focus', async () => {
  const { backend, queue } = setUp()
  backend.hold('store')
  const screen = await render(<Panel queue={queue} />)
  queue.add([a, b])
  await screen.getByRole('button', { name: 'Pause a.pdf' }).click()
  const resume = screen.getByRole('button', { name: 'Resume a.pdf' })
  await expect.element(resume).toHaveFocus()
  backend.release()
  await expect.poll(() => backend.files()).toHaveLength(1)
  await expect.element(screen.getByText('Paused', { exact: true }).first()).toBeVisible()
  await resume.click()
  await expect.poll(() => backend.files()).toHaveLength(2)
  await expect.element(screen.getByRole('button', { name: 'Dismiss a.pdf' })).toHaveFocus()
})

it('pauses everything, and resumes what was not paused one by one', async () => {
  const { backend, queue } = setUp()
  backend.hold('store')
  const screen = await render(<Panel queue={queue} />)
  queue.add([a, b])
  await screen.getByRole('button', { name: 'Pause a.pdf' }).click()
  await screen.getByRole('button', { name: 'Pause all' }).click()
  await expect.element(screen.getByRole('button', { name: 'Resume b.pdf' })).toBeVisible()
  const resumeAll = screen.getByRole('button', { name: 'Resume', exact: true })
  await expect.element(resumeAll).toHaveFocus()
  backend.release()
  await resumeAll.click()
  await expect.poll(() => backend.files()).toHaveLength(1)
  await resumeAll.click()
  await expect.poll(() => backend.files()).toHaveLength(2)
})

it('counts down to the next attempt in its own row, and tries now', async () => {
  const { backend, queue } = setUp({ retry: { baseDelayMs: 60_000, maxDelayMs: 60_000 } })
  vi.spyOn(Math, 'random').mockReturnValue(0.9)
  backend.failNext('store', 'network')
  const screen = await render(<Panel queue={queue} />)
  queue.add([a])
  const words = screen.getByText(/^Trying again in \d+ s$/u)
  const before = await words.findElement().then(({ textContent }) => textContent)
  await expect.poll(() => words.element().textContent).not.toBe(before)
  await screen.getByRole('button', { name: 'Try now a.pdf' }).click()
  await expect.poll(() => backend.files()).toHaveLength(1)
  vi.restoreAllMocks()
})

it('uploads what was held, one and then all', async () => {
  const { backend, queue } = setUp({ autoUpload: false })
  const screen = await render(<Panel queue={queue} />)
  queue.add([a, b, makeFile({ name: 'c.pdf' })])
  await screen.getByRole('button', { name: 'Upload a.pdf' }).click()
  await expect.poll(() => backend.files()).toHaveLength(1)
  await screen.getByRole('button', { name: 'Upload all' }).click()
  await expect.poll(() => backend.files()).toHaveLength(3)
})

it('asks for a sign-in once by itself, and again by the button', async () => {
  const { backend, queue } = setUp()
  const onAuthRequired = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('closed'))
    .mockResolvedValue()
  backend.failNext('create', 'unauthenticated', 2)
  const screen = await render(<Panel queue={queue} onAuthRequired={onAuthRequired} />)
  queue.add([a, b])
  const signIn = screen.getByRole('button', { name: 'Sign in a.pdf' })
  await expect.element(signIn).toBeVisible()
  expect(onAuthRequired).toHaveBeenCalledOnce()
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 files need you')
  await signIn.click()
  await expect.poll(() => backend.files()).toHaveLength(2)
  expect(onAuthRequired).toHaveBeenCalledTimes(2)
})

it('asks again when the backend refuses again', async () => {
  const { backend, queue } = setUp()
  const onAuthRequired = vi.fn<() => Promise<void>>().mockResolvedValue()
  backend.failNext('create', 'unauthenticated', 2)
  await render(<Panel queue={queue} onAuthRequired={onAuthRequired} />)
  queue.add([a])
  await expect.poll(() => backend.files()).toHaveLength(1)
  expect(onAuthRequired).toHaveBeenCalledTimes(2)
})

it('takes the file again that an upload waits for', async () => {
  const { queue } = setUp({ autoUpload: false })
  const [id = ''] = queue.add([a]).ids
  const provideFile = vi.fn<UploadQueue['provideFile']>()
  const task = Object.freeze({
    ...queue.getTask(id),
    ...({ status: 'waiting', reason: 'file', resumeTo: 'store', retryAt: null } as const),
  }) as ReturnType<UploadQueue['getTask']>
  const screen = await render(<Panel queue={{ ...queue, getTask: () => task, provideFile }} />)
  const choose = screen.getByRole('button', { name: 'Choose file a.pdf' })
  await expect.element(choose).toBeVisible()
  const input = screen.container.querySelector<HTMLInputElement>('input[type=file]')
  const opened = vi.fn<(event: Event) => void>((event) => {
    event.preventDefault()
  })
  input?.addEventListener('click', opened)
  await choose.click()
  expect(opened).toHaveBeenCalledOnce()
  const transfer = new DataTransfer()
  transfer.items.add(a)
  if (input !== null) input.files = transfer.files
  input?.dispatchEvent(new Event('change', { bubbles: true }))
  expect(provideFile).toHaveBeenCalledExactlyOnceWith(id, a)
})
