import { useState, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { FileUpload, type FileUploadProps } from '../upload/file-upload.js'
import { a, b, c, showField } from '../../../testing/show-field.js'

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
  const { backend, queue, idOf, add, onValueChange, button } = await showField({})
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
  const { idOf, add, screen, button } = await showField({}, (props) => <Controlled {...props} />)
  add(a)
  await expect.element(button('Remove a.pdf')).toBeVisible()
  add(b)
  await expect.element(button('Remove b.pdf')).toBeVisible()
  const output = screen.getByRole('status').filter({ hasText: idOf('b.pdf') })
  await expect.element(output).toHaveTextContent([idOf('a.pdf'), idOf('b.pdf')].join())
  await button('Empty it').click()
  await expect.element(button('Remove a.pdf')).not.toBeInTheDocument()
})

it('loses no upload where the application answers late', async () => {
  const answers: (() => void)[] = []
  function Late(props: FileUploadProps): ReactNode {
    const [value, setValue] = useState(['old'])
    const onValueChange = (ids: string[]) => answers.push(() => setValue(ids))
    return <FileUpload {...props} value={value} onValueChange={onValueChange} />
  }
  const { backend, queue, idOf, add, button, rows } = await showField({}, (props) => (
    <Late {...props} />
  ))
  const asked = (count: number) => expect.poll(() => answers).toHaveLength(count)
  backend.hold('store')
  add(a, b)
  const [first = ''] = queue.getIds()
  queue.pause(first)
  backend.release()
  await asked(1)
  queue.resume(first)
  await asked(2)
  await button('Remove old.pdf').click()
  await asked(3)
  for (const answer of answers) answer()
  await expect.poll(rows).toEqual(['a.pdf', 'b.pdf'])
  await button('Remove a.pdf').click()
  await asked(4)
  answers[3]?.()
  add(c)
  await asked(5)
  answers[4]?.()
  await expect.poll(rows).toEqual(['b.pdf', 'c.pdf'])
  expect(idOf('c.pdf')).not.toBe('c.pdf')
})

it('keeps the names of its files while one of them is removed', async () => {
  const { backend, button, rows } = await showField({ defaultValue: ['old', 'older'] })
  await expect.element(button('Remove old.pdf')).toBeVisible()
  backend.hold('list')
  await button('Remove old.pdf').click()
  await expect.poll(rows).toEqual(['older.pdf'])
  await expect.element(button('Remove older.pdf')).toHaveFocus()
})

it('keeps the focus in the row whose upload ends', async () => {
  const { backend, add, button } = await showField({})
  backend.hold('store')
  add(a)
  await expect.element(button('Cancel a.pdf')).toBeVisible()
  ;(button('Cancel a.pdf').element() as HTMLElement).focus()
  backend.release()
  await expect.element(button('Remove a.pdf')).toHaveFocus()
})

it('shows what was there before, and removes it without deleting it', async () => {
  const { backend, button, reasons, screen } = await showField({ defaultValue: ['old', 'older'] })
  await button('Remove old.pdf').click()
  await expect.element(button('Remove old.pdf')).not.toBeInTheDocument()
  await expect.element(button('Remove older.pdf')).toHaveFocus()
  await button('Remove older.pdf').click()
  await expect.element(screen.getByRole('button', { name: 'Upload files' })).toHaveFocus()
  expect(reasons()).toEqual([['remove', 'older'], ['remove']])
  expect(backend.files()).toHaveLength(2)
})

it('deletes what is removed where that is asked for', async () => {
  const { backend, button } = await showField({ defaultValue: ['old'], removeDeletes: true })
  await button('Remove old.pdf').click()
  await expect.poll(() => backend.files().map(({ id }) => id)).toEqual(['older'])
})

it('counts its own files, those that were there too, and those of nobody else', async () => {
  const { queue, add, screen, button } = await showField({ defaultValue: ['old'], maxFiles: 2 })
  queue.add([c])
  add(a, b)
  await expect.element(screen.getByText('Only 2 files can be added.')).toBeVisible()
  await expect.element(button('Remove a.pdf')).toBeVisible()
})

it('rejects a file that is part of the value already, and adds it all the same', async () => {
  const { add, button, rows } = await showField({})
  add(a)
  await expect.element(button('Remove a.pdf')).toBeVisible()
  add(a)
  await button('Add anyway a.pdf').click()
  await expect.poll(rows).toEqual(['a.pdf', 'a.pdf'])
})

it('offers to add nothing anyway where there is no room', async () => {
  const { backend, add, button, screen } = await showField({ multiple: false })
  backend.hold('store')
  add(a)
  await expect.element(button('Cancel a.pdf')).toBeVisible()
  const refuse = async () => {
    add(a)
    await expect.element(screen.getByText('Only 1 file can be added.')).toBeVisible()
    await expect.element(button('Add anyway a.pdf')).not.toBeInTheDocument()
  }
  await refuse()
  backend.release()
  await expect.element(button('Remove a.pdf')).toBeVisible()
  await refuse()
  expect(button('Remove a.pdf').elements()).toHaveLength(1)
})

it('has nothing left to retry once it is full', async () => {
  const { backend, queue, add, button, rows } = await showField({ multiple: false })
  backend.failNext('store', 'forbidden')
  add(a)
  await expect.element(button('Dismiss a.pdf')).toBeVisible()
  add(b)
  await expect.element(button('Remove b.pdf')).toBeVisible()
  await expect.poll(rows).toEqual(['b.pdf'])
  expect(queue.getIds()).toHaveLength(1)
})

it('replaces what was there whichever file is chosen in the end', async () => {
  const { backend, add, button, reasons, idOf } = await showField({
    defaultValue: ['old', 'older'],
    multiple: false,
    overflow: 'replace',
  })
  backend.hold('store')
  add(a)
  await expect.element(button('Cancel a.pdf')).toBeVisible()
  add(b)
  await expect.element(button('Cancel b.pdf')).toBeVisible()
  backend.release()
  await expect.element(button('Remove b.pdf')).toBeVisible()
  expect(reasons()).toEqual([['replace', idOf('b.pdf')]])
})

it('replaces the first file when a new one is stored, and keeps it when that fails', async () => {
  const { backend, add, button, reasons, idOf, rows } = await showField({
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

it('tells when focus has left it', async () => {
  const onBlur = vi.fn<() => void>()
  const { button } = await showField({ defaultValue: ['old'], onBlur }, (props) => (
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
