import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { createUploadQueue, UploadError, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'
import type { FileSelection } from './file-selection.js'

beforeEach(() => page.viewport(1280, 800))

const files = ['one', 'two', 'three', 'four', 'five'].map((name, index) => ({
  id: name,
  name: `${name}.pdf`,
  size: 1000,
  folderId: null,
  createdAt: `2026-01-0${String(9 - index)}T00:00:00Z`,
}))

const plans = { id: 'd1', name: 'Plans', parentId: null, path: [{ id: 'd1', name: 'Plans' }] }

/** Refuses to delete some files, and lets the others wait for `answer`. */
function refusing(adapter: FileAdapter, refused: Set<string>, answer: Promise<void>): FileAdapter {
  return {
    ...adapter,
    deleteFiles: async (ids, ctx) => {
      const kept = ids.filter((id) => refused.has(id))
      await answer
      const rest = ids.filter((id) => !kept.includes(id))
      const result = await adapter.deleteFiles?.(rest, ctx)
      const failed = kept.map((id) => ({ id, error: new UploadError('forbidden') }))
      return { done: result?.done ?? [], failed }
    },
  }
}

interface Change {
  readonly props?: FileListProps
  readonly refused?: readonly string[]
  readonly answer?: Promise<void>
}

async function show({ props, refused = [], answer = Promise.resolve() }: Change = {}) {
  const backend = createMemoryBackend({ files, folders: [plans] })
  const refusals = new Set(refused)
  const adapter = refusing(backend.adapter, refusals, answer)
  const queue = createUploadQueue({ adapter, transports: [backend.transport] })
  const screen = await render(
    <StrictMode>
      <FilesProvider queue={queue} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`${name}\\.pdf`, 'u') })
  await expect.element(row('one')).toBeVisible()
  const ticked = () =>
    Array.from(
      screen.container.querySelectorAll(
        '[aria-selected="true"] [data-loadline="name"] > :first-child',
      ),
      ({ textContent }) => textContent,
    )
  const bar = screen.getByRole('toolbar', { name: 'Selection' })
  const confirm = async () => {
    const dialog = screen.getByRole('alertdialog')
    await dialog.getByRole('button', { name: /^Delete/u }).click()
    await expect.element(dialog.getByRole('button', { name: /^Delete/u })).not.toBeInTheDocument()
  }
  return { backend, queue, screen, row, ticked, bar, confirm, refusals }
}

it('ends with the deletion of all that match: what comes after is not selected', async () => {
  const { queue, row, ticked, bar, confirm, screen } = await show()
  await row('one').click()
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  await confirm()
  await expect.element(screen.getByText('5 files deleted')).toBeInTheDocument()
  queue.add([makeFile({ name: 'new.pdf' }), makeFile({ name: 'newer.pdf' })])
  await expect.element(row('newer')).toHaveAttribute('data-status', 'ready')
  expect(ticked()).toEqual([])
  await expect.element(bar).not.toBeInTheDocument()
})

it('is what could not be deleted of all that match', async () => {
  const { row, ticked, bar, confirm, screen } = await show({ refused: ['two', 'four'] })
  await row('one').click()
  await userEvent.keyboard('{Control>}a{/Control}')
  await screen.getByRole('checkbox', { name: 'Select five.pdf' }).click()
  await bar.getByRole('button', { name: 'Delete' }).click()
  await confirm()
  const told = screen.getByRole('alertdialog', { name: '2 deleted, 2 not' })
  await told.getByRole('button', { name: 'Done' }).click()
  expect(ticked()).toEqual(['two.pdf', 'four.pdf'])
  await expect.element(bar.getByText(/^2 selected/u)).toBeVisible()
})

it('counts right after a file beside all that match is deleted', async () => {
  const { row, bar, confirm, screen } = await show()
  await row('one').click()
  await userEvent.keyboard('{Control>}a{/Control}')
  await screen.getByRole('checkbox', { name: 'Select five.pdf' }).click()
  await row('five').click({ button: 'right' })
  await screen.getByRole('menuitem', { name: /^Delete/u }).click()
  await confirm()
  await expect.element(row('five')).not.toBeInTheDocument()
  await expect.element(screen.getByText('1 file deleted')).toBeInTheDocument()
  await expect.element(bar.getByText(/^4 selected/u)).toBeVisible()
})

it('stays as it is where nobody could tell which files match', async () => {
  const { backend, row, bar, confirm, screen } = await show({ props: { pageSize: 2 } })
  await row('one').click()
  await userEvent.keyboard('{Control>}a{/Control}{Delete}')
  backend.failNext('list', 'forbidden')
  await confirm()
  await screen.getByRole('alertdialog').getByRole('button', { name: 'Done' }).click()
  await expect.element(bar.getByText(/^5 selected/u)).toBeVisible()
})

it.each(['the dialog', 'a drag'])('loses what %s moved to another folder', async (way) => {
  const { row, bar, screen } = await show()
  await row('one').click()
  await row('two').click({ modifiers: ['Control'] })
  await expect.element(bar.getByText(/^2 selected/u)).toBeVisible()
  if (way === 'a drag')
    drag(row('two').element(), screen.getByRole('row', { name: /Plans/u }).element())
  else {
    await bar.getByRole('button', { name: 'Move…' }).click()
    await screen.getByRole('dialog').getByRole('button', { name: 'Plans', exact: true }).click()
  }
  await expect.element(screen.getByText('2 files changed')).toBeInTheDocument()
  await expect.element(row('two')).not.toBeInTheDocument()
  await expect.element(bar).not.toBeInTheDocument()
})

it('keeps what was moved where it is still shown', async () => {
  const { row, bar, ticked, screen } = await show({ props: { defaultQuery: { search: 'pdf' } } })
  await row('one').click()
  await row('two').click({ modifiers: ['Control'] })
  await bar.getByRole('button', { name: 'Move…' }).click()
  await screen.getByRole('dialog').getByRole('button', { name: 'Plans', exact: true }).click()
  await expect.element(screen.getByText('2 files changed')).toBeInTheDocument()
  expect(ticked()).toEqual(['one.pdf', 'two.pdf'])
})

it('loses what was deleted on the second try', async () => {
  const { row, bar, confirm, screen, refusals } = await show({ refused: ['two'] })
  await row('one').click()
  await row('three').click({ modifiers: ['Shift'] })
  await userEvent.keyboard('{Delete}')
  await confirm()
  const told = screen.getByRole('alertdialog', { name: '2 deleted, 1 not' })
  await expect.element(told).toBeVisible()
  refusals.clear()
  await told.getByRole('button', { name: 'Retry these' }).click()
  await expect.element(screen.getByText('1 file deleted')).toBeInTheDocument()
  await expect.element(bar).not.toBeInTheDocument()
})

it('is what was selected while a deletion was on its way', async () => {
  let give = (): void => undefined
  const answer = new Promise<void>((resolve) => {
    give = resolve
  })
  const { row, bar, confirm, screen, ticked } = await show({ answer })
  await row('one').click()
  await row('two').click({ modifiers: ['Control'] })
  await userEvent.keyboard('{Delete}')
  await confirm()
  await row('three').click()
  await row('four').click({ modifiers: ['Control'] })
  give()
  await expect.element(screen.getByText('2 files deleted')).toBeInTheDocument()
  expect(ticked()).toEqual(['three.pdf', 'four.pdf'])
  await expect.element(bar.getByText(/^2 selected/u)).toBeVisible()
})

it('is extended from the focused row once the file that it began at is gone', async () => {
  const { row, confirm, ticked } = await show()
  await row('two').click()
  await userEvent.keyboard('{Delete}')
  await confirm()
  await expect.element(row('three')).toHaveFocus()
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(ticked()).toEqual(['three.pdf', 'four.pdf'])
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(ticked()).toEqual(['three.pdf', 'four.pdf', 'five.pdf'])
})

it('is extended from the focused row once it was cleared', async () => {
  const { row, ticked } = await show()
  await row('one').click()
  await userEvent.keyboard('{Escape}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
  expect(ticked()).toEqual(['three.pdf', 'four.pdf'])
})

it('has one more by a long press that began before the last one', async () => {
  const { row, ticked, screen } = await show()
  const init = { bubbles: true, pointerType: 'touch', clientX: 5, clientY: 5 }
  row('one').element().dispatchEvent(new PointerEvent('pointerdown', init))
  ;(screen.getByRole('checkbox', { name: 'Select two.pdf' }).element() as HTMLElement).click()
  expect(ticked()).toEqual(['two.pdf'])
  await expect.poll(ticked).toEqual(['one.pdf', 'two.pdf'])
  row('one').element().dispatchEvent(new PointerEvent('pointerup', init))
})

it('is still what the application holds after it let nobody clear it', async () => {
  const selection: FileSelection = { kind: 'ids', ids: new Set(['two']) }
  const onSelectionChange = vi.fn()
  const { row, bar } = await show({ props: { selection, onSelectionChange } })
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await row('three').click({ modifiers: ['Control'] })
  const asked = onSelectionChange.mock.calls.map(([wanted]) => wanted as FileSelection)
  expect(asked).toEqual([
    { kind: 'ids', ids: new Set() },
    { kind: 'ids', ids: new Set(['two', 'three']) },
  ])
})

/** As a browser tells of it: an unpatched Firefox's own drags do not become those of the page. */
function drag(row: Element, target: Element): void {
  const dataTransfer = new DataTransfer()
  const tell = (at: Element, type: string) =>
    at.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  tell(row, 'dragstart')
  tell(target, 'dragover')
  tell(target, 'drop')
  tell(row, 'dragend')
}
