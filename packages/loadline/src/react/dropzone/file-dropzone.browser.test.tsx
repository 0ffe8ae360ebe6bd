import { StrictMode, type ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import { userEvent, type Locator } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  createMemoryBackend,
  dropFiles,
  makeFile,
  pickFiles,
  type MemoryBackend,
} from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileDropzone } from './file-dropzone.js'

const pdf = makeFile({ name: 'plan.pdf', type: 'application/pdf' })
const png = makeFile({ name: 'photo.png', type: 'image/png' })
const zip = makeFile({ name: 'all.zip', type: 'application/zip' })

async function setUp(element: ReactElement, backend: MemoryBackend = createMemoryBackend()) {
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
        {element}
      </FilesProvider>
    </StrictMode>,
  )
  const area = screen.getByRole('button', { name: /Drop files/ })
  return { backend, screen, area }
}

const storedNames = (backend: MemoryBackend) => () =>
  backend
    .files()
    .map(({ name }) => name)
    .toSorted()

/** What the browser sends while something is dragged over an element. */
function drag(type: string, element: Element, fill: (transfer: DataTransfer) => void): DragEvent {
  const dataTransfer = new DataTransfer()
  fill(dataTransfer)
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })
  element.dispatchEvent(event)
  return event
}

const says = (area: Locator, words: string) =>
  expect.poll(() => area.element().textContent).toContain(words)

const carrying =
  (...files: readonly File[]) =>
  (transfer: DataTransfer) => {
    for (const file of files) transfer.items.add(file)
  }

it('uploads what is dropped', async () => {
  const { backend, area } = await setUp(<FileDropzone category="USER_FILES" />)
  await dropFiles(area.element(), [pdf, png])
  await expect.poll(storedNames(backend)).toEqual(['photo.png', 'plan.pdf'])
  expect(backend.uploads()[0]?.request.category).toBe('USER_FILES')
})

it('uploads what is chosen by a click or a key', async () => {
  const { backend, area } = await setUp(<FileDropzone />)
  await pickFiles(area.element() as HTMLElement, [pdf])
  await expect.poll(storedNames(backend)).toEqual(['plan.pdf'])
  const opened = vi.fn<(event: Event) => void>((event) => {
    event.preventDefault()
  })
  document.querySelector('input[type=file]')?.addEventListener('click', opened)
  for (const key of ['{Enter}', ' ']) {
    ;(area.element() as HTMLElement).focus()
    await userEvent.keyboard(key)
  }
  expect(opened).toHaveBeenCalledTimes(2)
})

it('does not open the selector by what is turned off', async () => {
  const { area, screen } = await setUp(<FileDropzone noClick />)
  const opened = vi.fn<(event: Event) => void>((event) => {
    event.preventDefault()
  })
  const input = screen.container.querySelector('input[type=file]')
  input?.addEventListener('click', opened)
  await area.click()
  expect(opened).not.toHaveBeenCalled()
  ;(area.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  expect(opened).toHaveBeenCalledOnce()
})

it('is a group where its content has the buttons', async () => {
  const backend = createMemoryBackend()
  const screen = await render(
    <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
      <FileDropzone noClick noKeyboard>
        {({ open }) => (
          <button type="button" onClick={open}>
            Choose from disk
          </button>
        )}
      </FileDropzone>
    </FilesProvider>,
  )
  const group = screen.getByRole('group', { name: /Drop files/ })
  const button = group.getByRole('button', { name: 'Choose from disk' })
  await pickFiles(button.element() as HTMLElement, [pdf])
  await dropFiles(group.element(), [png])
  await expect.poll(storedNames(backend)).toEqual(['photo.png', 'plan.pdf'])
})

it('says while files are dragged what would become of them', async () => {
  const { area } = await setUp(
    <FileDropzone accept="image/*,.pdf" maxFiles={2} destination="Contracts" />,
  )
  const element = area.element()
  drag('dragenter', element, carrying(zip))
  await says(area, "This file can't be added")
  await says(area, 'Accepted here: images and PDF')
  drag('dragleave', element, carrying(zip))
  await expect.poll(() => area.element().getAttribute('data-drop')).toBeNull()
  drag('dragenter', element, carrying(zip, pdf, png))
  await says(area, 'Drop to upload 2 files')
  await says(area, 'To Contracts')
  drag('dragleave', element, carrying(zip))
})

it('stops showing a drag after the drop', async () => {
  const { backend, area } = await setUp(<FileDropzone />)
  drag('dragenter', area.element(), carrying(pdf))
  await says(area, 'Drop to upload 1 file')
  drag('drop', area.element(), carrying(pdf))
  await expect.poll(() => area.element().getAttribute('data-drop')).toBeNull()
  await expect.poll(storedNames(backend)).toEqual(['plan.pdf'])
})

it('takes the good files of a drop and names the others', async () => {
  const { backend, area, screen } = await setUp(<FileDropzone accept=".pdf" maxSize={5_000} />)
  await dropFiles(area.element(), [pdf, zip, makeFile({ name: 'huge.pdf', size: 6_000 })])
  const alert = screen.getByRole('alert')
  await expect.element(alert.getByText("2 of 3 files weren't added")).toBeVisible()
  await expect.element(alert.getByText('Accepted here: PDF.')).toBeVisible()
  await expect.element(alert.getByText('6 kB. The limit is 5 kB.')).toBeVisible()
  await expect.poll(storedNames(backend)).toEqual(['plan.pdf'])
  await alert.getByRole('button', { name: 'Hide all.zip' }).click()
  await expect.element(alert.getByText('all.zip')).not.toBeInTheDocument()
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect.element(alert).not.toBeInTheDocument()
  await expect.element(area).toHaveFocus()
})

it('takes the first good file where one is wanted', async () => {
  const backend = createMemoryBackend()
  const screen = await render(
    <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
      <FileDropzone multiple={false} accept="image/*" />
    </FilesProvider>,
  )
  const area = screen.getByRole('button', { name: /Drop a file/ })
  await dropFiles(area.element(), [zip, png, makeFile({ name: 'second.png', type: 'image/png' })])
  await expect.poll(storedNames(backend)).toEqual(['photo.png'])
  await expect.element(screen.getByText('Only 1 file can be added.')).toBeVisible()
})

it('leaves links and text alone', async () => {
  const onFilesAdded = vi.fn<(details: object) => void>()
  const { area } = await setUp(<FileDropzone onFilesAdded={onFilesAdded} />)
  const link = (transfer: DataTransfer) => {
    transfer.setData('text/uri-list', 'https://example.com/')
    transfer.setData('text/html', '<img src="https://example.com/a.png">')
  }
  drag('dragenter', area.element(), link)
  drag('drop', area.element(), link)
  await dropFiles(area.element(), [pdf])
  await expect.poll(() => onFilesAdded.mock.calls.length).toBe(1)
  await expect.poll(() => area.element().getAttribute('data-drop')).toBeNull()
})

it('keeps two areas apart', async () => {
  const backend = createMemoryBackend()
  const [first, second] = [vi.fn<(details: object) => void>(), vi.fn<(details: object) => void>()]
  const screen = await render(
    <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
      <FileDropzone aria-label="Drop files of A" onFilesAdded={first} accept=".pdf" />
      <FileDropzone aria-label="Drop files of B" onFilesAdded={second} />
    </FilesProvider>,
  )
  const [a, b] = ['A', 'B'].map((name) =>
    screen.getByRole('button', { name: `Drop files of ${name}` }).element(),
  )
  if (a === undefined || b === undefined) throw new Error('They are not there.')
  drag('dragenter', a, carrying(zip))
  await expect.element(screen.getByText("This file can't be added")).toBeVisible()
  expect(b.textContent).toContain('Drop files here')
  drag('dragleave', a, carrying(zip))
  await dropFiles(b, [zip])
  await expect.poll(() => second.mock.calls.length).toBe(1)
  expect(first).not.toHaveBeenCalled()
  expect(screen.container.querySelector('[role=alert]')).toBeNull()
})

it('has one name, whatever is dragged over it', async () => {
  const { area } = await setUp(<FileDropzone />)
  drag('dragenter', area.element(), carrying(pdf))
  await expect
    .element(area)
    .toHaveAccessibleName(/^Drop files here, or browse.*Drop to upload 1 file/)
})

it('gives a drop within another area to the inner one alone', async () => {
  const backend = createMemoryBackend()
  const [outer, inner] = [vi.fn<(details: object) => void>(), vi.fn<(details: object) => void>()]
  const screen = await render(
    <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
      <FileDropzone noClick noKeyboard aria-label="Outer" onFilesAdded={outer}>
        <FileDropzone aria-label="Inner" onFilesAdded={inner} />
      </FileDropzone>
    </FilesProvider>,
  )
  await dropFiles(screen.getByRole('button', { name: 'Inner' }).element(), [pdf])
  await expect.poll(() => inner.mock.calls.length).toBe(1)
  expect(outer).not.toHaveBeenCalled()
})

it('loses no drop to the next one', async () => {
  const { backend, area } = await setUp(<FileDropzone />)
  drag('drop', area.element(), carrying(pdf))
  drag('drop', area.element(), carrying(png))
  await expect.poll(storedNames(backend)).toEqual(['photo.png', 'plan.pdf'])
})

it('takes drops on the whole page, and shows so', async () => {
  const { backend, screen } = await setUp(
    <>
      <FileDropzone fullPage destination="Contracts" />
      <FileDropzone aria-label="Another" accept=".zip" />
    </>,
  )
  drag('dragenter', document.body, carrying(pdf))
  await expect.element(screen.getByText('To Contracts')).toBeVisible()
  drag('dragleave', document.body, carrying(pdf))
  await expect.element(screen.getByText('To Contracts')).not.toBeInTheDocument()
  await dropFiles(document.body, [pdf])
  await expect.poll(storedNames(backend)).toEqual(['plan.pdf'])
  await expect.element(screen.getByText('To Contracts')).not.toBeInTheDocument()
  // An area within takes its own.
  await dropFiles(screen.getByRole('button', { name: 'Another' }).element(), [png])
  await expect.element(screen.getByRole('alert').getByText('photo.png')).toBeVisible()
  expect(backend.files()).toHaveLength(1)
})

it('takes nothing while it is disabled, and says why', async () => {
  const { backend, screen } = await setUp(
    <>
      <FileDropzone disabled hint="This folder is read-only for you." />
      <FileDropzone />
    </>,
  )
  const [off, on] = screen.getByRole('button', { name: /Drop files/ }).all()
  if (off === undefined || on === undefined) throw new Error('They are not there.')
  await expect.element(off).toBeDisabled()
  await expect
    .element(off)
    .toHaveAccessibleName(/Drop files.*Uploads are off.*This folder is read-only for you\./)
  await dropFiles(off.element(), [zip])
  await dropFiles(on.element(), [pdf])
  await expect.poll(storedNames(backend)).toEqual(['plan.pdf'])
})

it('keeps the page when files are dropped beside it', async () => {
  await setUp(<FileDropzone />)
  expect(drag('dragover', document.body, carrying(pdf)).defaultPrevented).toBe(true)
  expect(drag('drop', document.body, carrying(pdf)).defaultPrevented).toBe(true)
  const text = (transfer: DataTransfer) => {
    transfer.setData('text/plain', 'a word')
  }
  expect(drag('drop', document.body, text).defaultPrevented).toBe(false)
})

it('says what the rules are', async () => {
  const { area } = await setUp(
    <FileDropzone accept={{ 'application/pdf': [], 'image/*': [] }} maxSize={5e9} />,
  )
  await expect
    .element(area)
    .toHaveAccessibleName('Drop files here, or browse PDF and images · up to 5 GB each')
})
