import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { defineAdapter, type FileFilterKey, type FileListQuery } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))

const links = (entityReference: string) => [
  { id: entityReference, entityName: 'invoice', entityReference },
]

/** Around midnight in Berlin, which is two hours before that of UTC. */
const files = (
  [
    ['may.pdf', 'ready', 'public', '2026-05-31T21:59:59.999Z', links('7')],
    ['first.pdf', 'processing', 'private', '2026-05-31T22:00:00.000Z', links('7')],
    ['last.pdf', 'error', 'private', '2026-06-12T21:59:59.999Z', links('8')],
    ['after.pdf', 'ready', 'private', '2026-06-12T22:00:00.000Z', []],
  ] as const
).map(([name, status, visibility, createdAt, associations]) => ({
  ...{ id: name, name, size: 1000, status, visibility, createdAt, associations },
}))

async function show(defaultQuery?: FileListQuery, filters?: readonly FileFilterKey[]) {
  const { adapter: memory } = createMemoryBackend({ files })
  const listFiles = vi.fn(memory.listFiles)
  // Nothing to sort by: a head has the name of a chip.
  const features = { ...memory.features, ...(filters && { filters }), sortKeys: [] }
  const adapter = defineAdapter({ name: 'memory', listFiles, features })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapter} timeZone="Europe/Berlin">
        <FileList defaultQuery={defaultQuery} />
      </FilesProvider>
    </StrictMode>,
  )
  await expect.element(screen.getByRole('searchbox')).toBeVisible()
  const button = (name: string | RegExp) => screen.getByRole('button', { name, exact: true })
  const chips = () =>
    screen
      .getByRole('button', { expanded: false })
      .elements()
      .map(({ textContent }) => textContent)
      .filter((text) => text !== 'Filters' && text !== '')
  const names = () =>
    screen
      .getByRole('row', { name: /\.pdf/u })
      .elements()
      .map((row) => /^\w+/u.exec(row.querySelector('[data-loadline=name]')?.textContent ?? '')?.[0])
  const choose = async (chip: string, choice: string) => {
    await button(chip).click()
    await screen.getByRole('menuitemcheckbox', { name: choice }).click()
    await userEvent.keyboard('{Escape}')
  }
  const pick = async (first: string | null, last: string | null) => {
    const dialog = screen.getByRole('dialog', { name: 'Added' })
    await expect.element(dialog).toBeVisible()
    if (first !== null) await dialog.getByLabelText('From', { exact: true }).fill(first)
    if (last !== null) await dialog.getByLabelText('To', { exact: true }).fill(last)
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
  }
  const openDates = async (chip: string | RegExp) => {
    await button(chip).click()
    await screen.getByRole('menuitem', { name: 'Choose dates…' }).click()
  }
  return { screen, button, chips, names, choose, pick, openDates, listFiles }
}

it('filters by days, both of them whole, in the time zone of the application', async () => {
  const { screen, button, names, pick, openDates } = await show()
  await expect.poll(names).toHaveLength(4)
  await openDates('Added')
  await pick('2026-06-01', '2026-06-12')
  await expect.poll(names).toEqual(['last', 'first'])
  const chip = button('Added 1 – 12 Jun 2026')
  await expect.element(chip).toHaveFocus()
  await expect.element(screen.getByText('2 matches')).toBeVisible()
  await openDates('Added 1 – 12 Jun 2026')
  await expect.element(screen.getByLabelText('From', { exact: true })).toHaveValue('2026-06-01')
  await expect.element(screen.getByLabelText('To', { exact: true })).toHaveValue('2026-06-12')
  await pick('', null)
  await expect.element(button('Added Until 12 Jun 2026')).toBeVisible()
  await expect.poll(names).toEqual(['last', 'first', 'may'])
  await button('Remove Added').click()
  await expect.element(button('Added')).toHaveFocus()
  await expect.poll(names).toHaveLength(4)
})

it('leaves the days as they are when nobody applies them', async () => {
  const { screen, button, openDates, listFiles } = await show()
  await expect.element(screen.getByRole('row', { name: /may/u })).toBeVisible()
  const asked = listFiles.mock.calls.length
  await openDates('Added')
  await screen.getByLabelText('From', { exact: true }).fill('2026-06-01')
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Added')).toHaveFocus()
  expect(listFiles).toHaveBeenCalledTimes(asked)
})

it('has either the last days or days that were picked', async () => {
  const { button, choose, pick, openDates, listFiles } = await show()
  await openDates('Added')
  await pick('2026-06-01', '2026-06-12')
  await expect.element(button('Added 1 – 12 Jun 2026')).toBeVisible()
  await choose('Added 1 – 12 Jun 2026', 'Last 7 days')
  await expect.element(button('Added Last 7 days')).toBeVisible()
  await expect.poll(() => listFiles.mock.calls.at(-1)?.[0].filter?.createdBefore).toBeUndefined()
  expect(listFiles.mock.calls.at(-1)?.[0].filter?.createdAfter).toBeDefined()
})

it('takes a day that happens to be a week ago for that day', async () => {
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)
  const { screen, button, openDates, pick } = await show()
  await openDates('Added')
  await pick(weekAgo, null)
  await expect.element(button(/^Added From \d+ \w+ \d{4}$/u)).toBeVisible()
  expect(screen.getByText('Last 7 days').elements()).toEqual([])
})

it.each([
  [['createdAfter'], ['From'], 3],
  [['createdBefore'], ['To'], 0],
  [['createdAfter', 'createdBefore'], ['From', 'To'], 3],
] as const)(
  'asks for the days that the adapter can filter by: %s',
  async (keys, labels, choices) => {
    const { screen, button } = await show({}, keys)
    await button('Added').click()
    expect(screen.getByRole('menuitemcheckbox').elements()).toHaveLength(choices)
    await screen.getByRole('menuitem', { name: 'Choose dates…' }).click()
    const dialog = screen.getByRole('dialog', { name: 'Added' })
    await expect.element(dialog).toBeVisible()
    const fields = Array.from(dialog.element().querySelectorAll('label'), (one) => one.textContent)
    expect(fields).toEqual(labels)
  },
)

it('has no filter for days where the adapter has none', async () => {
  const { chips } = await show({}, ['statuses'])
  await expect.poll(chips).toEqual(['Status'])
})

it('filters by status: any of several', async () => {
  const { button, names, choose } = await show()
  await choose('Status', 'Processing')
  await expect.poll(names).toEqual(['first'])
  await choose('Status Processing', "Couldn't process")
  await expect.element(button("Status Processing and Couldn't process")).toHaveFocus()
  await expect.poll(names).toEqual(['last', 'first'])
  await button('Remove Status').click()
  await expect.poll(names).toHaveLength(4)
})

it('filters by visibility: one of two', async () => {
  const { button, names, choose } = await show()
  await choose('Visibility', 'Private')
  await expect.poll(names).toEqual(['after', 'last', 'first'])
  await choose('Visibility Private', 'Public')
  await expect.element(button('Visibility Public')).toBeVisible()
  await expect.poll(names).toEqual(['may'])
  await choose('Visibility Public', 'Public')
  await expect.poll(names).toHaveLength(4)
})

it('takes what files belong to for the place, which no chip shows and nothing clears', async () => {
  const { button, chips, names, choose } = await show({
    filter: { entity: { name: 'invoice', references: ['7'] } },
  })
  await expect.poll(names).toEqual(['first', 'may'])
  await expect.poll(chips).toEqual(['Added', 'Type', 'Status', 'Visibility'])
  expect(button('Clear').elements()).toEqual([])
  await choose('Status', 'Processing')
  await expect.poll(names).toEqual(['first'])
  await button('Clear').click()
  await expect.poll(names).toEqual(['first', 'may'])
})
