import { StrictMode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { defineAdapter, UploadError } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1280, 800))

/** A list whose backend is slow to refuse a new name, and from then on to list. */
async function showRefused() {
  const files = ['one', 'two'].map((id) => ({
    ...{ id, name: `${id}.pdf`, size: 1000, status: 'ready' as const },
    visibility: 'private' as const,
  }))
  const { adapter } = createMemoryBackend({ files })
  let reject = (_reason: UploadError): void => undefined
  const refusal = new Promise<never>((_resolve, end) => (reject = end))
  let isSlow = false
  const slow = defineAdapter({
    ...adapter,
    renameFile: () => {
      isSlow = true
      return refusal
    },
    listFiles: (...asked) =>
      (isSlow ? undefined : adapter.listFiles?.(...asked)) ?? new Promise(() => undefined),
  })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={slow} timeZone="UTC">
        <FileList />
      </FilesProvider>
    </StrictMode>,
  )
  const names = () =>
    Array.from(
      screen.container.querySelectorAll('[data-row] [data-loadline="name"] > :first-child'),
      ({ textContent }) => textContent,
    )
  await screen.getByRole('row', { name: /two/u }).click()
  await userEvent.keyboard('{F2}')
  await expect.element(screen.getByRole('textbox', { name: 'Rename two.pdf' })).toHaveFocus()
  await userEvent.keyboard('taken{Enter}')
  const menu = async (item: RegExp) => {
    await screen.getByRole('row').last().hover()
    await screen.getByRole('button', { name: 'More actions taken.pdf' }).click()
    await screen.getByRole('menuitem', { name: item }).click()
  }
  return { screen, names, menu, refuse: () => reject(new UploadError('conflict')) }
}

it('has its old name back when the new one is refused, whatever else was changed meanwhile', async () => {
  const { screen, names, menu, refuse } = await showRefused()
  await menu(/Make public/u)
  await expect.element(screen.getByText('1 file changed')).toBeInTheDocument()
  refuse()
  await expect.poll(names).toEqual(['one.pdf', 'two.pdf'])
  await screen.getByRole('row').last().hover()
  await screen.getByRole('button', { name: 'More actions two.pdf' }).click()
  await expect.element(screen.getByRole('menuitem', { name: 'Make private' })).toBeVisible()
})

it('stays deleted when a name that was asked for before is refused', async () => {
  const { screen, names, menu, refuse } = await showRefused()
  await menu(/Delete/u)
  const dialog = screen.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect.element(screen.getByText('1 file deleted')).toBeInTheDocument()
  refuse()
  await expect.element(screen.getByText('already', { exact: false })).toBeInTheDocument()
  expect(names()).toEqual(['one.pdf'])
})
