import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { createMemoryBackend, makeFile, pasteFiles } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileDropzone } from './file-dropzone.js'

const [zip, png] = [makeFile({ name: 'all.zip' }), makeFile({ name: 'photo.png' })]

async function setUp(element: ReactElement) {
  const backend = createMemoryBackend()
  const screen = await render(
    <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
      {element}
    </FilesProvider>,
  )
  const area = screen.getByRole('button', { name: /Drop files/ })
  return { screen, area, names: () => backend.files().map(({ name }) => name) }
}

it('pastes where it has the focus', async () => {
  const { names, area } = await setUp(<FileDropzone />)
  await pasteFiles(document.body, [zip])
  ;(area.element() as HTMLElement).focus()
  // Where browsers send it while a button has the focus.
  await pasteFiles(document.body, [png])
  await expect.poll(names).toEqual(['photo.png'])
})

it('pastes anywhere, but into what is being written', async () => {
  const { names, screen } = await setUp(
    <>
      <FileDropzone paste="document" />
      <div contentEditable suppressContentEditableWarning role="textbox" aria-label="Note" />
    </>,
  )
  await pasteFiles(screen.getByRole('textbox').element(), [zip])
  await pasteFiles(document.body, [png])
  await expect.poll(names).toEqual(['photo.png'])
})

it('leaves the text to a field that is written in, where a picture of it lies beside', async () => {
  const { names, screen } = await setUp(
    <>
      <FileDropzone paste="document" />
      <textarea aria-label="Note" />
    </>,
  )
  const note = screen.getByRole('textbox').element()
  const clipboardData = new DataTransfer()
  clipboardData.items.add(zip)
  clipboardData.setData('text/plain', 'Cells')
  const paste = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(paste, 'clipboardData', { value: clipboardData })
  expect(note.dispatchEvent(paste)).toBe(true)
  // A picture of the screen alone.
  await pasteFiles(note, [png])
  await expect.poll(names).toEqual(['photo.png'])
})

it('pastes nowhere where that is turned off', async () => {
  const { names, area } = await setUp(<FileDropzone paste="none" />)
  ;(area.element() as HTMLElement).focus()
  await pasteFiles(area.element(), [zip])
  const other = await setUp(<FileDropzone paste="document" aria-label="Drop files of another" />)
  await pasteFiles(document.body, [png])
  await expect.poll(other.names).toEqual(['photo.png'])
  expect(names()).toEqual([])
})
