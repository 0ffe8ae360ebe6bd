import { StrictMode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1000, 800))

const nameAt = (index: number) => `plan ${String(index).padStart(3, '0')}.txt`

/** 104 files by name, more than one page. */
async function show(props: FileListProps = {}) {
  const files = Array.from({ length: 104 }, (_, index) => ({
    id: `f${String(index)}`,
    name: nameAt(index),
    size: 1000 + index,
    visibility: index < 90 ? ('public' as const) : ('private' as const),
    status: 'ready' as const,
  }))
  const { adapter } = createMemoryBackend({ files })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapter} timeZone="UTC">
        <FileList defaultQuery={{ sort: { key: 'name', direction: 'asc' } }} {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const { container } = screen
  const row = (index: number) => screen.getByRole('row', { name: new RegExp(nameAt(index), 'u') })
  await expect.element(row(0)).toBeVisible()
  await expect.poll(() => container.querySelector('[data-virtual]')).not.toBeNull()
  const scroller = container.querySelector('[data-loadline="list-card"]')
  const isVirtual = () => container.querySelector('[data-virtual]') !== null
  const tabStop = () => container.querySelector<HTMLElement>('[data-row][tabindex="0"]')
  const goToEnd = async () => {
    tabStop()?.focus()
    await userEvent.keyboard('{End}')
    await expect.element(row(103)).toHaveFocus()
    await expect.poll(() => scroller?.scrollTop).toBeGreaterThan(0)
  }
  const search = async (text: string) => {
    await screen.getByRole('searchbox').click()
    await userEvent.keyboard(`{Control>}a{/Control}${text}`)
  }
  const expectAtTop = async (first: number) => {
    await expect.element(row(first)).toHaveAttribute('aria-rowindex', '2')
    await expect.poll(() => tabStop()?.dataset['row']).toBe(`f${String(first)}`)
    await expect.element(row(first)).toBeInViewport()
    expect(scroller?.scrollTop).toBe(0)
  }
  return { screen, row, isVirtual, goToEnd, search, expectAtTop }
}

it('stands at its top after a search that found a row far down is cleared', async () => {
  const { row, isVirtual, goToEnd, search, expectAtTop } = await show()
  await goToEnd()
  await search(nameAt(103))
  await expect.element(row(103)).toHaveAttribute('aria-rowindex', '2')
  await userEvent.keyboard('{Escape}')
  await expect.poll(isVirtual).toBe(true)
  await expectAtTop(0)
})

it('stands at its top after a search without a match is cleared', async () => {
  const { screen, isVirtual, goToEnd, search, expectAtTop } = await show()
  await goToEnd()
  await search('xyz')
  await expect.element(screen.getByText('Nothing matches “xyz”')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.poll(isVirtual).toBe(true)
  await expectAtTop(0)
})

it('stands at its top after another order, a filter, and a search with many matches', async () => {
  const { screen, goToEnd, search, expectAtTop } = await show()
  await goToEnd()
  await screen.getByRole('button', { name: 'Name' }).click()
  await expectAtTop(103)
  await screen.getByRole('button', { name: 'Name' }).click()
  await expectAtTop(0)
  await goToEnd()
  await screen.getByRole('button', { name: 'Visibility' }).click()
  await screen.getByRole('menuitemcheckbox', { name: 'Public' }).click()
  await expect.element(screen.getByText('90 matches')).toBeVisible()
  await expectAtTop(0)
  await userEvent.keyboard('{Escape}')
  await screen.getByRole('button', { name: 'Remove Visibility' }).click()
  await expectAtTop(0)
  await goToEnd()
  await search('plan')
  await expect.element(screen.getByText('104 matches')).toBeVisible()
  await expectAtTop(0)
})
