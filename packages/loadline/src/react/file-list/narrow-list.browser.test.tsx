import { StrictMode } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList } from './file-list.js'

const drawings = {
  ...{ id: 'c1', key: 'DRAWINGS', name: 'Drawings', maxSize: null },
  ...{ contentTypes: null, defaultVisibility: null },
}

const files = ['Plan A.pdf', 'Plan B.png', 'Report.pdf'].map((name, index) => ({
  ...{ id: String(index), name, size: 1000, status: 'ready' as const, category: drawings },
  ...{ visibility: index === 0 ? ('public' as const) : ('private' as const) },
  ...{ url: `https://files.invalid/${String(index)}`, createdAt: '2026-01-01T00:00:00Z' },
}))

async function show(width: number, isSelected = false) {
  await page.viewport(width, 800)
  const { adapter } = createMemoryBackend({ files, categories: [drawings] })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapter}>
        <FileList
          defaultQuery={{ filter: { visibility: 'private' } }}
          defaultSelection={{ kind: 'ids', ids: new Set(isSelected ? ['1', '2'] : []) }}
        />
      </FilesProvider>
    </StrictMode>,
  )
  await expect.element(screen.getByRole('row', { name: /Report/u })).toBeVisible()
  return screen
}

it('has its filters behind a button that counts them', async () => {
  const screen = await show(360)
  const button = screen.getByRole('button', { name: 'Filters 1' })
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  expect(screen.getByRole('button', { name: /^Visibility/u }).query()).toBeNull()
  await button.click()
  await screen.getByRole('button', { name: 'Remove Visibility' }).click()
  await expect.element(screen.getByRole('row', { name: /Plan A/u })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Filters', exact: true })).toBeVisible()
})

it('needs no button where the filters have room', async () => {
  const screen = await show(1000)
  await expect.element(screen.getByRole('button', { name: 'Remove Visibility' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Filters 1' }).query()).toBeNull()
})

it('has one action a row, which the arrow keys find', async () => {
  const screen = await show(360)
  const row = screen.getByRole('row', { name: /Report/u })
  expect(row.getByRole('link').query()).toBeNull()
  ;(row.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(row.getByRole('button', { name: /^More/u })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}')
  await expect.element(row).toHaveFocus()
})

it.each([320, 360, 500, 640, 760, 900, 1000, 1280])(
  'keeps all that can be done within the bar of a selection, %i px wide',
  async (width) => {
    const screen = await show(width, true)
    const bar = screen.getByRole('toolbar', { name: 'Selection' })
    await expect.element(bar.getByRole('button', { name: 'Delete' })).toBeVisible()
    const edges = bar.element().getBoundingClientRect()
    const outside = bar
      .getByRole('button')
      .elements()
      .filter((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect()
        const isAcross = left < edges.left || right > edges.right
        return isAcross || top < edges.top || bottom > edges.bottom
      })
    expect(outside.map(({ textContent }) => textContent)).toEqual([])
  },
)
