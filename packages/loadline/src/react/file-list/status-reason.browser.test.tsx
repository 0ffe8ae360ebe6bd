import { StrictMode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { de } from '../../locales/de.js'
import { createMemoryBackend } from '../../testing/index.js'
import type { Messages } from '../messages/messages.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))

const longReason = `<b>Scanner 7</b> gave up: ${'the archive is nested too deep, '.repeat(9)}sorry`
const reasons = {
  'known.pdf': 'infected',
  'own.zip': longReason,
  'untold.pdf': null,
  'key.pdf': 'constructor',
}
const failed = Object.entries(reasons).map(([name, statusReason]) => ({
  ...{ id: name, name, size: 1000, statusReason },
  status: 'error' as const,
}))
const files = [
  ...failed,
  { id: 'fine.pdf', name: 'fine.pdf', status: 'ready' as const, statusReason: 'infected' },
]

async function show(props: FileListProps = {}, messages?: Messages) {
  const { adapter } = createMemoryBackend({ files })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapter} messages={messages} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const role = props.defaultView === 'grid' ? 'gridcell' : 'row'
  const row = (name: RegExp) => screen.getByRole(role, { name })
  await expect.element(row(/^fine/u)).toBeVisible()
  return { screen, row }
}

it.each(['table', 'grid'] as const)('reads why a file is an error with it: %s', async (view) => {
  const { row } = await show({ defaultView: view })
  await expect.element(row(/^known.+Couldn't process A virus was found in it/u)).toBeVisible()
  await expect.element(row(/^own.+Couldn't process <b>Scanner 7<\/b> gave up/u)).toBeVisible()
  await expect.element(row(/^key.+Couldn't process constructor/u)).toBeVisible()
  expect(
    row(/^untold/u)
      .element()
      .querySelector('[data-loadline=status-reason]'),
  ).toBeNull()
  expect(row(/^fine/u).element().textContent).not.toContain('virus')
})

it('says what it knows in the language of the reader', async () => {
  const { row } = await show({}, de)
  await expect.element(row(/Nicht verarbeitet Enthält einen Virus/u)).toBeVisible()
})

it.each([
  [1280, 'table', 'comfortable'],
  [1280, 'table', 'compact'],
  [360, 'table', 'comfortable'],
  [1280, 'grid', 'comfortable'],
] as const)('keeps it in one line, %i px, %s, %s', async (width, view, density) => {
  await page.viewport(width, 800)
  const { row } = await show({ defaultView: view, 'data-density': density })
  const element = row(/^own/u).element()
  const reason = element.querySelector('[data-loadline=status-reason]')
  if (reason === null) throw new Error('No reason is shown.')
  const [around, line] = [element.getBoundingClientRect(), reason.getBoundingClientRect()]
  expect(line.height).toBeLessThanOrEqual(16)
  expect(line.width).toBeGreaterThan(20)
  expect(line.top).toBeGreaterThanOrEqual(around.top)
  expect(line.bottom).toBeLessThanOrEqual(around.bottom)
  expect(line.right).toBeLessThanOrEqual(around.right)
  expect(getComputedStyle(reason).display).toBe('block')
  expect(reason.scrollWidth).toBeGreaterThan(reason.clientWidth)
  // The whole of it is under the pointer.
  expect(reason.getAttribute('title')).toBe(longReason)
  expect(reason.querySelector('b')).toBeNull()
})

it('tells the whole of it in the details', async () => {
  const { screen, row } = await show()
  ;(row(/^own/u).element() as HTMLElement).focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await screen.getByRole('menuitem', { name: 'Details' }).click()
  const panel = screen.getByRole('region', { name: 'Details' })
  const reason = panel.getByText(longReason)
  await expect.element(reason).toBeVisible()
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = reason.element()
  expect([scrollWidth, scrollHeight]).toEqual([clientWidth, clientHeight])
  expect(clientHeight).toBeGreaterThan(40)
})
