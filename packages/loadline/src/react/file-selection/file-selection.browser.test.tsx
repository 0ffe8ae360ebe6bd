import { StrictMode, useState, type ReactNode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { typeAtOnce } from '../../../testing/type-at-once.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'
import type { FileSelection } from './file-selection.js'

beforeEach(() => page.viewport(1280, 800))

const files = ['one', 'two', 'three', 'four', 'five'].map((name, index) => ({
  id: name,
  name: `${name}.pdf`,
  size: 1000,
  status: 'ready' as const,
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
  await expect.element(screen.getByRole('row', { name: /one\.pdf/u })).toBeVisible()
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`${name}\\.pdf`, 'u') })
  const selected = () =>
    Array.from(screen.container.querySelectorAll('[aria-selected="true"]'), nameOf)
  return { screen, row, selected, backend }
}

const nameOf = (row: Element) => row.getAttribute('data-row')

it('selects by click, with Ctrl one more, with Shift all between', async () => {
  const { row, selected, screen } = await show()
  await row('two').click()
  expect(selected()).toEqual(['two'])
  await row('four').click({ modifiers: ['Control'] })
  expect(selected()).toEqual(['two', 'four'])
  await row('two').click({ modifiers: ['Control'] })
  expect(selected()).toEqual(['four'])
  await row('one').click()
  await row('three').click({ modifiers: ['Shift'] })
  expect(selected()).toEqual(['one', 'two', 'three'])
  await row('two').click({ modifiers: ['Shift'] })
  expect(selected()).toEqual(['one', 'two'])
  const bar = screen.getByRole('toolbar', { name: 'Selection' })
  await expect.element(bar.getByText(/^2 selected · 2.kB$/u)).toBeVisible()
})

it('selects by checkbox, with Shift all between', async () => {
  const { screen, selected } = await show()
  await screen.getByRole('checkbox', { name: 'Select two.pdf' }).click()
  await screen.getByRole('checkbox', { name: 'Select four.pdf' }).click({ modifiers: ['Shift'] })
  expect(selected()).toEqual(['two', 'three', 'four'])
  await screen.getByRole('checkbox', { name: 'Select three.pdf' }).click()
  expect(selected()).toEqual(['two', 'four'])
  const all = screen.getByRole('checkbox', { name: 'Select all files' })
  expect((all.element() as HTMLInputElement).indeterminate).toBe(true)
  await all.click()
  expect(selected()).toHaveLength(5)
  await all.click()
  expect(selected()).toEqual([])
})

it('selects by the keyboard', async () => {
  const { row, selected, screen } = await show()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await expect.element(row('one')).toHaveFocus()
  await userEvent.keyboard(' ')
  expect(selected()).toEqual(['one'])
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['one', 'two', 'three'])
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
  expect(selected()).toEqual(['one', 'two'])
  await userEvent.keyboard('{End}{Shift>} {/Shift}')
  expect(selected()).toEqual(['one', 'two', 'three', 'four', 'five'])
  await userEvent.keyboard('{Escape}')
  expect(selected()).toEqual([])
})

it('comes to the head of the columns from the first row', async () => {
  const { row, screen, selected } = await show()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(screen.getByRole('checkbox', { name: 'Select all files' })).toHaveFocus()
  await userEvent.keyboard(' ')
  expect(selected()).toHaveLength(5)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(row('one')).toHaveFocus()
})

it('finds a row by the first letters of its name', async () => {
  const { row, screen } = await show()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await expect.element(row('one')).toHaveFocus()
  typeAtOnce('th')
  await expect.element(row('three')).toHaveFocus()
})

it('selects all that match, beyond what is loaded', async () => {
  const onSelectionChange = vi.fn()
  const { screen, row, selected } = await show({ pageSize: 2, onSelectionChange })
  await row('one').click()
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(selected()).toEqual(['one', 'two'])
  await expect.element(screen.getByText('5 selected')).toBeVisible()
  await screen.getByRole('checkbox', { name: 'Select two.pdf' }).click()
  await expect.element(screen.getByText('4 selected')).toBeVisible()
  await screen.getByRole('button', { name: 'Show more' }).click()
  await expect.element(row('three')).toHaveAttribute('aria-selected', 'true')
  await expect.element(row('two')).toHaveAttribute('aria-selected', 'false')
  expect(onSelectionChange).toHaveBeenLastCalledWith(
    { kind: 'all', query: { filter: { folderId: null } }, except: new Set(['two']) },
    { reason: 'toggle' },
  )
  await screen.getByRole('button', { name: 'Select all 5' }).click()
  await expect.element(row('two')).toHaveAttribute('aria-selected', 'true')
  await screen.getByRole('button', { name: 'Clear selection' }).click()
  expect(selected()).toEqual([])
})

it('is held by the application that wants to', async () => {
  function Held(): ReactNode {
    const [selection, setSelection] = useState<FileSelection>({
      kind: 'ids',
      ids: new Set(['two']),
    })
    return <FileList selection={selection} onSelectionChange={setSelection} />
  }
  const { adapter } = createMemoryBackend({ files })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Held />
    </FilesProvider>,
  )
  const two = screen.getByRole('row', { name: /two\.pdf/u })
  await expect.element(two).toHaveAttribute('aria-selected', 'true')
  await two.click({ modifiers: ['Control'] })
  await expect.element(two).toHaveAttribute('aria-selected', 'false')
})

it('selects one at most where only one may be', async () => {
  const { row, selected, screen } = await show({ selectionMode: 'single' })
  await row('two').click()
  await row('four').click({ modifiers: ['Shift'] })
  expect(selected()).toEqual(['four'])
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(selected()).toEqual(['four'])
  expect(screen.container.querySelectorAll('[type="checkbox"]')).toHaveLength(0)
  await expect.element(screen.getByRole('grid')).not.toHaveAttribute('aria-multiselectable')
})

it('selects nothing where nothing may be', async () => {
  const { row, screen } = await show({ selectionMode: 'none' })
  await row('two').click()
  expect(screen.container.querySelectorAll('[aria-selected], [type="checkbox"]')).toHaveLength(0)
})

it('ends with the list that it was made in, and outlives another order', async () => {
  const { screen, row, selected, backend } = await show()
  const list = (props: FileListProps) => (
    <StrictMode>
      <FilesProvider adapter={backend.adapter} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>
  )
  await row('two').click()
  await screen.rerender(list({ query: { sort: { key: 'name', direction: 'asc' } } }))
  await expect.element(row('two')).toHaveAttribute('aria-selected', 'true')
  await screen.rerender(list({ query: { search: 't' } }))
  await expect.element(row('two')).toHaveAttribute('aria-selected', 'false')
  expect(selected()).toEqual([])
})

it('begins with a long press under a finger, and goes on with taps', async () => {
  const onFileOpen = vi.fn()
  const { row, selected } = await show({ onFileOpen })
  const touch = (type: string, name: string) =>
    row(name)
      .element()
      .dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX: 5, clientY: 5 }),
      )
  const tap = (name: string) => {
    touch('pointerdown', name)
    touch('pointerup', name)
    ;(row(name).element() as HTMLElement).click()
  }
  tap('three')
  expect(onFileOpen).toHaveBeenCalledOnce()
  touch('pointerdown', 'one')
  await expect.poll(selected).toEqual(['one'])
  touch('pointerup', 'one')
  ;(row('one').element() as HTMLElement).click()
  tap('two')
  await expect.poll(selected).toEqual(['one', 'two'])
  expect(onFileOpen).toHaveBeenCalledOnce()
})
