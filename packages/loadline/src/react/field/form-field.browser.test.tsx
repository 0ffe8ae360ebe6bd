import { createRef } from 'react'
import { expect, it, vi } from 'vitest'
import { FileUpload } from '../upload/file-upload.js'
import { a, b, showField } from '../../../testing/show-field.js'

it('tells when uploads are pending', async () => {
  const onPendingChange = vi.fn<(isPending: boolean) => void>()
  const { backend, add, button, rows } = await showField({ onPendingChange })
  backend.hold('store')
  add(a, b)
  await expect.poll(() => onPendingChange.mock.calls).toEqual([[true]])
  await button('Cancel a.pdf').click()
  await expect.poll(rows).toEqual(['b.pdf'])
  backend.release()
  await expect.poll(() => onPendingChange.mock.calls).toEqual([[true], [false]])
})

it('has its value when nothing is pending any more, and tells so when it goes', async () => {
  const told: string[] = []
  const form = createRef<HTMLFormElement>()
  const sent = () => new FormData(form.current ?? undefined).getAll('plans').length
  const { backend, add, screen } = await showField(
    {
      ...{ name: 'plans', required: true },
      onPendingChange: (isPending) =>
        told.push(isPending ? 'pending' : `${sent()} ${form.current?.checkValidity()}`),
      onValueChange: () => told.push('value'),
    },
    (props) => (
      <form ref={form}>
        <FileUpload {...props} />
      </form>
    ),
  )
  add(a)
  await expect.poll(() => told).toEqual(['pending', 'value', '1 true'])
  backend.hold('store')
  add(b)
  await expect.poll(() => told).toHaveLength(4)
  await screen.unmount()
  expect(told).toHaveLength(5)
})

it('leaves a value that has no default to the application when its form is reset', async () => {
  const { backend, add, button, screen, reasons } = await showField(
    { value: ['old'], required: true },
    (props) => (
      <form>
        <FileUpload {...props} />
        <button type="reset">Start over</button>
      </form>
    ),
  )
  backend.hold('store')
  add(a)
  await expect.element(button('Cancel a.pdf')).toBeVisible()
  await button('Start over').click()
  await expect.element(button('Cancel a.pdf')).not.toBeInTheDocument()
  await expect.element(button('Remove old.pdf')).toBeVisible()
  expect(reasons()).toEqual([])
  expect(screen.container.querySelector('form')?.checkValidity()).toBe(true)
})

it('says no longer that a file is missing once its form is reset', async () => {
  const { button, screen } = await showField({ required: true }, (props) => (
    <form>
      <FileUpload {...props} />
      <button type="submit">Send</button>
      <button type="reset">Start over</button>
    </form>
  ))
  await button('Send').click()
  await expect.element(screen.getByText('Add at least one file')).toBeVisible()
  await button('Start over').click()
  await expect.element(screen.getByText('Add at least one file')).not.toBeInTheDocument()
})

it('is reset with its form: what is pending is cancelled, the first value is back', async () => {
  const { backend, queue, add, button, reasons, screen } = await showField(
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
  const { screen } = await showField(
    { defaultValue: ['old'], name: 'plans', form: 'far' },
    (props) => (
      <>
        <form id="far" />
        <FileUpload {...props} />
      </>
    ),
  )
  const form = screen.container.querySelector('form')
  expect(new FormData(form ?? undefined).getAll('plans')).toEqual(['old'])
})

it('is invalid without a file, and while uploads are pending', async () => {
  const { backend, add, button, screen } = await showField({ required: true }, (props) => (
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
