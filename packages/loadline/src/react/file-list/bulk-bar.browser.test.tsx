import { StrictMode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent, type Locator } from 'vitest/browser'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))

const files = ['one', 'two', 'three', 'four', 'five'].map((name, index) => ({
  id: name,
  name: `${name}.pdf`,
  size: 1000,
  createdAt: `2026-01-0${String(9 - index)}T00:00:00Z`,
}))

async function show(props: FileListProps = {}) {
  const backend = createMemoryBackend({ files })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={backend.adapter} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`${name}\\.pdf`, 'u') })
  await expect.element(row('one')).toBeVisible()
  const bar = screen.getByRole('toolbar', { name: 'Selection' })
  const confirm = async () => {
    await expect.element(screen.getByRole('alertdialog')).toBeVisible()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument()
    await expect.element(bar).not.toBeInTheDocument()
  }
  return { screen, row, bar, confirm }
}

async function press(button: Locator): Promise<void> {
  await expect.element(button).toBeVisible()
  ;(button.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
}

it('gives the focus to the row that had it before, with a selection that is cleared in it', async () => {
  const { row, bar } = await show()
  await row('two').click()
  await press(bar.getByRole('button', { name: 'Clear selection' }))
  await expect.element(bar).not.toBeInTheDocument()
  await expect.element(row('two')).toHaveFocus()
})

it('gives the focus to the row in the place of what was deleted from it', async () => {
  const { row, bar, confirm } = await show()
  await row('two').click()
  await row('three').click({ modifiers: ['Shift'] })
  await press(bar.getByRole('button', { name: 'Delete' }))
  await confirm()
  await expect.element(row('five')).toHaveFocus()
})

it.each(['the bar', 'a row'])(
  'gives the focus to a row after a long deletion that %s began',
  async (place) => {
    const { screen, row, bar, confirm } = await show({ pageSize: 3 })
    await screen.getByRole('checkbox', { name: 'Select all files' }).click()
    await screen.getByRole('checkbox', { name: 'Select one.pdf' }).click()
    await expect.element(bar.getByText(/^4 selected/u)).toBeVisible()
    if (place === 'the bar') await press(bar.getByRole('button', { name: 'Delete' }))
    else {
      ;(row('three').element() as HTMLElement).focus()
      await userEvent.keyboard('{Delete}')
    }
    await confirm()
    await expect.element(row('one')).toHaveFocus()
  },
)

it.each([3, 100])(
  'gives the focus to the list where no row is left: pages of %s',
  async (pageSize) => {
    const { screen, row, bar, confirm } = await show({ pageSize })
    await row('one').click()
    await userEvent.keyboard('{Control>}a{/Control}')
    await press(bar.getByRole('button', { name: 'Delete' }))
    await confirm()
    await expect.element(row('one')).not.toBeInTheDocument()
    await expect.element(screen.getByRole('grid')).toHaveFocus()
  },
)
