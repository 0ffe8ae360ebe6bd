import { createRef, StrictMode, useState, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileUpload, type FileUploadProps } from '../upload/file-upload.js'
import type { FileUploadActions } from '../upload/upload-component-props.js'

const [a, b, c] = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => makeFile({ name })) as [
  File,
  File,
  File,
]
const stored = [
  { id: 'old', name: 'old.pdf' },
  { id: 'older', name: 'older.pdf' },
]

async function setUp(props: FileUploadProps, field: (props: FileUploadProps) => ReactNode = plain) {
  const backend = createMemoryBackend({ files: stored })
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const actions = createRef<FileUploadActions>()
  const onValueChange = vi.fn<NonNullable<FileUploadProps['onValueChange']>>()
  const screen = await render(
    <StrictMode>
      <FilesProvider queue={queue}>
        {field({ showFiles: true, onValueChange, actionsRef: actions, ...props })}
      </FilesProvider>
    </StrictMode>,
  )
  const idOf = (name: string) => backend.files().find((file) => file.name === name)?.id ?? name
  const button = (name: string) => screen.getByRole('button', { name, exact: true })
  const rows = () =>
    screen
      .getByRole('listitem')
      .elements()
      .map((row) => nameIn(row))
  const add = (...files: readonly File[]) => actions.current?.add(files)
  const reasons = () => onValueChange.mock.calls.map(([ids, { reason }]) => [reason, ...ids])
  return { backend, queue, screen, actions, idOf, button, rows, add, reasons, onValueChange }
}

const plain = (props: FileUploadProps) => <FileUpload {...props} />
const nameIn = (row: Element) => row.querySelector('[data-loadline=spoken]')?.textContent

function Controlled(props: FileUploadProps): ReactNode {
  const [value, setValue] = useState<string[]>([])
  return (
    <>
      <FileUpload {...props} value={value} onValueChange={setValue} />
      <output>{value.join()}</output>
      <button type="button" onClick={() => setValue([])}>
        Empty it
      </button>
    </>
  )
}

it('has the ids of stored files as its value, in the order they were added', async () => {
  const { backend, queue, idOf, add, onValueChange, button } = await setUp({})
  backend.hold('store')
  add(a, b)
  const [first = ''] = queue.getIds()
  queue.pause(first)
  backend.release()
  await expect.element(button('Remove b.pdf')).toBeVisible()
  queue.resume(first)
  await expect.element(button('Remove a.pdf')).toBeVisible()
  expect(onValueChange.mock.calls.map(([ids]) => ids)).toEqual([
    [idOf('b.pdf')],
    [idOf('a.pdf'), idOf('b.pdf')],
  ])
  const [, { reason, files }] = onValueChange.mock.lastCall ?? [[], { reason: '', files: [] }]
  expect(reason).toBe('upload')
  expect(files.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf'])
})

it('takes a setter of state', async () => {
  const { idOf, add, screen, button } = await setUp({}, (props) => <Controlled {...props} />)
  add(a)
  await expect.element(button('Remove a.pdf')).toBeVisible()
  add(b)
  await expect.element(button('Remove b.pdf')).toBeVisible()
  const output = screen.getByRole('status').filter({ hasText: idOf('b.pdf') })
  await expect.element(output).toHaveTextContent([idOf('a.pdf'), idOf('b.pdf')].join())
  await button('Empty it').click()
  await expect.element(button('Remove a.pdf')).not.toBeInTheDocument()
})

it('shows what was there before, and removes it without deleting it', async () => {
  const { backend, button, reasons, screen } = await setUp({ defaultValue: ['old', 'older'] })
  await button('Remove old.pdf').click()
  await expect.element(button('Remove old.pdf')).not.toBeInTheDocument()
  await expect.element(button('Remove older.pdf')).toHaveFocus()
  await button('Remove older.pdf').click()
  await expect.element(screen.getByRole('button', { name: 'Upload files' })).toHaveFocus()
  expect(reasons()).toEqual([['remove', 'older'], ['remove']])
  expect(backend.files()).toHaveLength(2)
})

it('deletes what is removed where that is asked for', async () => {
  const { backend, button } = await setUp({ defaultValue: ['old'], removeDeletes: true })
  await button('Remove old.pdf').click()
  await expect.poll(() => backend.files().map(({ id }) => id)).toEqual(['older'])
})

it('counts its own files, those that were there too, and those of nobody else', async () => {
  const { queue, add, screen, button } = await setUp({ defaultValue: ['old'], maxFiles: 2 })
  queue.add([c])
  add(a, b)
  await expect.element(screen.getByText('Only 2 files can be added.')).toBeVisible()
  await expect.element(button('Remove a.pdf')).toBeVisible()
})

it('rejects a file that is part of the value already, and adds it all the same', async () => {
  const { add, button, rows } = await setUp({})
  add(a)
  await expect.element(button('Remove a.pdf')).toBeVisible()
  add(a)
  await button('Add anyway a.pdf').click()
  await expect.poll(rows).toEqual(['a.pdf', 'a.pdf'])
})

it('replaces the first file when a new one is stored, and keeps it when that fails', async () => {
  const { backend, add, button, reasons, idOf, rows } = await setUp({
    defaultValue: ['old'],
    multiple: false,
    overflow: 'replace',
  })
  backend.failNext('store', 'forbidden')
  add(a)
  await expect.element(button('Dismiss a.pdf')).toBeVisible()
  expect(reasons()).toEqual([])
  await expect.poll(rows).toEqual(['old.pdf', 'a.pdf'])
  await button('Dismiss a.pdf').click()
  add(b)
  await expect.element(button('Remove b.pdf')).toBeVisible()
  expect(reasons()).toEqual([['replace', idOf('b.pdf')]])
})

it('tells when uploads are pending', async () => {
  const onPendingChange = vi.fn<(isPending: boolean) => void>()
  const { backend, add, button, rows } = await setUp({ onPendingChange })
  backend.hold('store')
  add(a, b)
  await expect.poll(() => onPendingChange.mock.calls).toEqual([[true]])
  await button('Cancel a.pdf').click()
  await expect.poll(rows).toEqual(['b.pdf'])
  backend.release()
  await expect.poll(() => onPendingChange.mock.calls).toEqual([[true], [false]])
})

it('is reset with its form: what is pending is cancelled, the first value is back', async () => {
  const { backend, queue, add, button, reasons, screen } = await setUp(
    { defaultValue: ['old'], name: 'plans' },
    (props) => (
      <form>
        <FileUpload {...props} />
        <button type="reset">Start over</button>
      </form>
    ),
  )
  await button('Remove old.pdf').click()
  backend.hold('store')
  add(a)
  await expect.element(button('Cancel a.pdf')).toBeVisible()
  await button('Start over').click()
  await expect.element(button('Remove old.pdf')).toBeVisible()
  expect(queue.getIds()).toEqual([])
  expect(reasons()).toEqual([['remove'], ['reset', 'old']])
  const data = new FormData(screen.container.querySelector('form') ?? undefined)
  expect(data.getAll('plans')).toEqual(['old'])
})

it('belongs to a form that it stands outside of', async () => {
  const { screen } = await setUp({ defaultValue: ['old'], name: 'plans', form: 'far' }, (props) => (
    <>
      <form id="far" />
      <FileUpload {...props} />
    </>
  ))
  const form = screen.container.querySelector('form')
  expect(new FormData(form ?? undefined).getAll('plans')).toEqual(['old'])
})

it('is invalid without a file, and while uploads are pending', async () => {
  const { backend, add, button, screen } = await setUp({ required: true }, (props) => (
    <form>
      <FileUpload {...props} />
    </form>
  ))
  const form = screen.container.querySelector('form')
  expect(form?.checkValidity()).toBe(false)
  backend.hold('store')
  add(a)
  await expect.element(button('Cancel a.pdf')).toBeVisible()
  const input = screen.container.querySelector<HTMLInputElement>('input[type=file]')
  expect(input?.validationMessage).toBe('Wait until the files are uploaded')
  backend.release()
  await expect.element(button('Remove a.pdf')).toBeVisible()
  expect(form?.checkValidity()).toBe(true)
})

it('tells when focus has left it', async () => {
  const onBlur = vi.fn<() => void>()
  const { button } = await setUp({ defaultValue: ['old'], onBlur }, (props) => (
    <>
      <FileUpload {...props} />
      <button type="button">After</button>
    </>
  ))
  ;(button('Upload files').element() as HTMLElement).focus()
  await expect.element(button('Remove old.pdf')).toBeVisible()
  ;(button('Remove old.pdf').element() as HTMLElement).focus()
  expect(onBlur).not.toHaveBeenCalled()
  ;(button('After').element() as HTMLElement).focus()
  expect(onBlur).toHaveBeenCalledOnce()
})
