import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { UploadError, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList } from './file-list.js'

beforeEach(() => page.viewport(1000, 800))

it('says that rows it skipped to did not come, and asks for them again', async () => {
  const { adapter } = createMemoryBackend({
    files: Array.from({ length: 5000 }, (_, index) => ({
      id: `f${String(index)}`,
      name: `${String(index).padStart(6, '0')}.pdf`,
    })),
  })
  const asked: unknown[] = []
  let isBroken = true
  const listFiles: NonNullable<FileAdapter['listFiles']> = (query, context) => {
    asked.push(query.offset ?? query.cursor)
    const isFar = (query.offset ?? 0) > 0
    if (isFar && isBroken) return Promise.reject(new UploadError('unknown'))
    return adapter.listFiles?.(query, context) ?? Promise.reject(new UploadError('unsupported'))
  }
  const screen = await render(
    <FilesProvider adapter={{ ...adapter, listFiles }} timeZone="UTC">
      <FileList defaultQuery={{ sort: { key: 'name', direction: 'asc' } }} />
    </FilesProvider>,
  )
  const row = (name: RegExp) => screen.getByRole('row', { name })
  await expect.element(row(/000000/u)).toBeVisible()
  await expect.poll(() => screen.container.querySelector('[data-virtual]')).not.toBeNull()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{End}')
  const told = screen.getByRole('alert')
  await expect.element(told.getByText("The list didn't load")).toBeVisible()
  const again = told.getByRole('button', { name: 'Try again' })
  await expect.element(again).toBeInViewport({ ratio: 1 })
  await userEvent.keyboard('{Home}')
  await expect.element(row(/000000/u)).toBeInViewport()
  await expect.element(told).not.toBeInTheDocument()
  await userEvent.keyboard('{End}')
  await expect.element(again).toBeInViewport({ ratio: 1 })
  isBroken = false
  asked.length = 0
  await again.click()
  await expect.element(row(/004999/u)).toBeVisible()
  await expect.element(told).not.toBeInTheDocument()
  expect(asked).toEqual([4900])
})
