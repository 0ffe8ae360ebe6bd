import { FilesProvider } from 'loadline'
import {
  createMemoryBackend,
  dropFiles,
  makeFile,
  pickFiles,
  type MemoryBackend,
} from 'loadline/testing'
import { StrictMode, type ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { AppWithTray } from './app-tray.stories.js'
import { AvatarField } from './avatar.stories.js'
import { CroppedUpload } from './crop.stories.js'
import { FourteenLines } from './fourteen-lines.stories.js'
import { ClaimForm } from './native-form.stories.js'
import { OwnMarkup } from './own-markup.stories.js'
import { ReportForm } from './react-hook-form.stories.js'
import { OfferForm } from './tanstack-form.stories.js'
import { TicketForm } from './ticket.stories.js'

async function setUp(element: ReactElement, backend: MemoryBackend = createMemoryBackend()) {
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
        {element}
      </FilesProvider>
    </StrictMode>,
  )
  const button = (name: string | RegExp) => screen.getByRole('button', { name })
  const pick = (name: string | RegExp, files: readonly File[]) =>
    pickFiles(button(name).element() as HTMLElement, files)
  return { backend, screen, button, pick }
}

const pdf = makeFile({ name: 'plan.pdf', type: 'application/pdf' })

async function picture(name: string, width = 600, height = 300): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.fillRect(0, 0, 9, 9)
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}

const sizeOf = async (backend: MemoryBackend, index: number) => {
  const file = backend.files()[index]
  if (file === undefined) throw new Error('It is not there.')
  const ctx = { signal: new AbortController().signal }
  const blob = await backend.adapter.readFile?.(file, { variant: 'original' }, ctx)
  const { width, height } = await createImageBitmap(blob ?? new Blob())
  return { width, height }
}

it('needs fourteen lines', async () => {
  const screen = await render(<FourteenLines />)
  const area = screen.getByRole('button', { name: /Drop files/ })
  await dropFiles(area.element(), [pdf])
  const upload = screen.getByRole('button', { name: 'Upload files' })
  await pickFiles(upload.element() as HTMLElement, [await picture('site.png')])
  await expect.element(screen.getByRole('row', { name: /plan\.pdf/ })).toBeVisible()
  await expect.element(screen.getByRole('row', { name: /site\.png/ })).toBeVisible()
})

it('keeps the tray, and what it shows, on every page', async () => {
  const { backend, screen, pick, button } = await setUp(<AppWithTray />)
  backend.hold('store')
  await pick('Upload files', [pdf])
  const tray = screen.getByRole('region', { name: 'Uploads' })
  await expect.element(tray.getByRole('button', { name: 'Cancel plan.pdf' })).toBeVisible()
  await button('Schedule').click()
  await expect.element(screen.getByText('Nothing is planned this week.')).toBeVisible()
  await expect.element(tray.getByRole('button', { name: 'Cancel plan.pdf' })).toBeVisible()
  backend.release('store')
  await expect.poll(() => backend.files().map(({ status }) => status)).toEqual(['ready'])
  await button('Documents').click()
  await expect.element(screen.getByRole('row', { name: /plan\.pdf/ })).toBeVisible()
})

it('keeps an avatar: preview, replace, remove', async () => {
  const { backend, screen, pick, button } = await setUp(<AvatarField />)
  await pick('Choose picture', [await picture('first.png')])
  await expect.element(screen.getByText('Saved')).toBeVisible()
  await expect.element(screen.getByRole('img', { name: 'Your avatar' })).toBeVisible()
  expect(await sizeOf(backend, 0)).toEqual({ width: 256, height: 128 })
  await pick('Replace', [await picture('second.png', 300, 600)])
  await expect.poll(() => backend.files().map(({ name }) => name)).toContain('second.png')
  await expect.element(screen.getByText('Saved')).toBeVisible()
  await button('Remove').click()
  await expect.poll(() => backend.files().map(({ name }) => name)).toEqual(['first.png'])
  await expect.element(button('Choose picture')).toBeVisible()
})

it('asks how a picture is to be cropped before it is sent', async () => {
  const { backend, screen, pick, button } = await setUp(<CroppedUpload />)
  await pick('Upload file', [await picture('wide')])
  await button('Use picture').click()
  await expect.poll(() => backend.files().map(({ name }) => name)).toEqual(['wide.png'])
  expect(await sizeOf(backend, 0)).toEqual({ width: 240, height: 240 })
  await pick('Upload file', [await picture('not this one')])
  await button('Leave it out').click()
  await expect.element(screen.getByRole('alert').getByText('not this one')).toBeVisible()
  expect(backend.files()).toHaveLength(1)
})

it('links the attachments of a draft to the ticket', async () => {
  const { backend, screen, pick, button } = await setUp(<TicketForm />)
  const letter = makeFile({ name: 'letter.docx' })
  await pick(/Drop files/, [pdf, letter, makeFile({ name: 'note.txt' })])
  await button('Remove note.txt').click()
  await expect.element(button('Remove letter.docx')).toBeVisible()
  expect(backend.uploads().map(({ request }) => request.isDraft)).toEqual([true, true, true])
  await button('Create ticket').click()
  await expect.element(screen.getByText('Ticket T-7 has 2 attachments')).toBeVisible()
  const linked = backend.files().filter(({ associations }) => associations?.length === 1)
  expect(linked.map(({ name }) => name).toSorted()).toEqual(['letter.docx', 'plan.pdf'])
  await expect.element(button('Remove letter.docx')).not.toBeInTheDocument()
})

it('discards a draft with its files', async () => {
  const { backend, screen, pick, button } = await setUp(<TicketForm />)
  await pick(/Drop files/, [pdf])
  await expect.element(button('Remove plan.pdf')).toBeVisible()
  await button('Discard').click()
  await expect.element(screen.getByText('Discarded')).toBeVisible()
  expect(backend.files()).toEqual([])
})

it('is a field of React Hook Form', async () => {
  const onSend = vi.fn<(report: { readonly photos: string[] }) => void>()
  const { backend, screen, pick, button } = await setUp(<ReportForm onSend={onSend} />)
  await button('Send').click()
  await expect.element(screen.getByText('A report needs a photo.')).toBeVisible()
  await expect.element(button('Upload files')).toHaveFocus()
  await pick('Upload files', [await picture('a.png')])
  await expect.element(button('Remove a.png')).toBeVisible()
  await button('Send').click()
  await expect.poll(() => onSend.mock.calls).toHaveLength(1)
  expect(onSend.mock.calls[0]?.[0]).toEqual({ photos: [backend.files()[0]?.id] })
  await expect.element(screen.getByText('Touched', { exact: true })).toBeVisible()
  await button('Start over').click()
  await expect.element(button('Remove a.png')).not.toBeInTheDocument()
})

it('is a field of TanStack Form', async () => {
  const onSend = vi.fn<(offer: { readonly documents: string[] }) => void>()
  const { backend, screen, pick, button } = await setUp(<OfferForm onSend={onSend} />)
  await button('Send').click()
  await expect.element(screen.getByText('Add the offer.')).toBeVisible()
  await pick('Upload files', [pdf])
  await expect.element(button('Remove plan.pdf')).toBeVisible()
  await button('Send').click()
  await expect.poll(() => onSend.mock.calls).toHaveLength(1)
  expect(onSend.mock.calls[0]?.[0]).toEqual({ documents: [backend.files()[0]?.id] })
})

it('lets an application write every element', async () => {
  const { screen, pick, button } = await setUp(<OwnMarkup />)
  await pick('Attach', [pdf, makeFile({ name: 'a.zip' })])
  await expect.element(screen.getByText('plan.pdf: attached')).toBeVisible()
  await expect.element(screen.getByText('a.zip cannot be attached.')).toBeVisible()
  await button('Understood').click()
  await expect.element(screen.getByText('a.zip cannot be attached.')).not.toBeInTheDocument()
  const area = screen.getByText('Put documents here')
  await dropFiles(area.element(), [makeFile({ name: 'b.pdf' })])
  await expect.element(screen.getByText('b.pdf: attached')).toBeVisible()
  await button('Detach plan.pdf').click()
  await expect.element(button('Detach plan.pdf')).not.toBeInTheDocument()
})

it('is a field of a native form', async () => {
  const onSend = vi.fn<(data: FormData) => void>()
  const { backend, screen, pick, button } = await setUp(<ClaimForm onSend={onSend} />)
  await button('Send claim').click()
  await expect.element(screen.getByText('Add at least one file')).toBeVisible()
  await expect.element(button('Upload files')).toHaveFocus()
  backend.hold('store')
  await pick('Upload files', [pdf])
  await button('Send claim').click()
  await expect.element(screen.getByText('Wait until the files are uploaded')).toBeVisible()
  expect(onSend).not.toHaveBeenCalled()
  backend.release()
  await expect.element(button('Remove plan.pdf')).toBeVisible()
  await button('Send claim').click()
  await expect.poll(() => onSend.mock.calls).toHaveLength(1)
  expect(onSend.mock.calls[0]?.[0].getAll('evidence')).toEqual([backend.files()[0]?.id])
  await button('Start over').click()
  await expect.element(button('Remove plan.pdf')).not.toBeInTheDocument()
})
