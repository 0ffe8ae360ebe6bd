import type { Locator, Page } from '@playwright/test'
import { createApp, type App } from './support/app.js'
import { chooseItem, tabTo } from './support/keys.js'
import { storedFiles } from './support/page.js'
import { pixel, storeFiles } from './support/store-files.js'
import { expect, test } from './support/test.js'

const fruits = 'Apple Banana Cherry Damson Elder Fig Grape Hazel Jujube Kiwi Lemon Mango Olive'
const files = [
  ...fruits
    .split(' ')
    .map((name) => ({ name: `${name}.txt`, contentType: 'text/plain', bytes: `About ${name}` })),
  { name: 'Zebra.png', contentType: 'image/png', bytes: pixel },
]

// An unpatched Firefox is told of each key by itself.
test.describe.configure({ timeout: 240_000 })

let app: App
test.beforeEach(async ({ port }) => {
  app = await createApp({ port: port + 6 })
  await app.start()
  await storeFiles(app.url, files)
})
test.afterEach(async ({ page }) => {
  await page.close()
  await app.dispose()
})

test('a list is searched, filtered, sorted, walked and selected by keyboard alone', async ({
  page,
}) => {
  const { grid, row, press, says } = await open(page, 'row')

  await tabTo(page, row('Zebra.png'))
  await press('/')
  const search = page.getByRole('searchbox', { name: 'Search files' })
  await expect(search).toBeFocused()
  await page.keyboard.type('an')
  await says('2 matches')
  await expect(row('Banana.txt')).toBeVisible()
  await expect(row('Apple.txt')).toHaveCount(0)
  await press('Escape')
  await expect(row('Apple.txt')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Type', exact: true }))
  await press('Enter')
  await chooseItem(page, page.getByRole('menuitemcheckbox', { name: 'images' }))
  await says('1 match')
  await press('Escape')
  await expect(page.getByRole('button', { name: 'Type images' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Remove Type' }))
  await press('Enter')
  await expect(row('Apple.txt')).toBeVisible()

  await tabTo(page, row('Zebra.png'))
  await press('ArrowUp', 'ArrowRight', 'Enter')
  const head = grid.getByRole('columnheader', { name: 'Name' })
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  // Its place comes with the answer.
  await expect(row('Apple.txt')).toHaveAttribute('aria-rowindex', '2')
  await press('ArrowDown', 'Home')
  await expect(row('Apple.txt')).toBeFocused()

  await press('ArrowDown')
  await expect(row('Banana.txt')).toBeFocused()
  await press('PageDown')
  await expect(row('Mango.txt')).toBeFocused()
  await press('PageUp')
  await expect(row('Banana.txt')).toBeFocused()
  await press('End')
  await expect(row('Zebra.png')).toBeFocused()
  await page.keyboard.type('ki')
  await expect(row('Kiwi.txt')).toBeFocused()

  await press('Space')
  await expect(row('Kiwi.txt')).toHaveAttribute('aria-selected', 'true')
  await says('1 file selected')
  await press('Shift+ArrowDown', 'Shift+ArrowDown')
  await says('3 files selected')
  await press('Control+a')
  await says('14 files selected')
  await press('Escape')
  await expect(row('Kiwi.txt')).toHaveAttribute('aria-selected', 'false')
  await expect(row('Mango.txt')).toBeFocused()
})

test('files of a table are opened, renamed, moved and deleted by keyboard alone', ({ page }) =>
  workThrough(page, 'row'))

test(
  'files of a grid are opened, renamed, moved and deleted by keyboard alone',
  {
    tag: '@slow',
  },
  ({ page }) => workThrough(page, 'gridcell'),
)

async function workThrough(page: Page, role: 'row' | 'gridcell'): Promise<void> {
  const { row, press, says, menu, toTop } = await open(page, role)
  if (role === 'gridcell') {
    await tabTo(page, page.getByRole('button', { name: 'Grid', exact: true }))
    await press('Enter')
  }

  await tabTo(page, row('Zebra.png'))
  await press('Enter')
  await expect(page.getByRole('dialog', { name: 'Zebra.png' })).toBeVisible()
  await press('Escape')
  await expect(row('Zebra.png')).toBeFocused()

  await press('F2')
  await expect(page.getByRole('textbox', { name: 'Rename Zebra.png' })).toBeFocused()
  await page.keyboard.type('Zoo')
  await press('Enter')
  await says('Renamed to Zoo.png')
  await expect(row('Zoo.png')).toBeFocused()

  await menu('Make public')
  await says('1 file changed')
  await expect(row('Zoo.png')).toBeFocused()
  await expect.poll(() => stored('Zoo.png')).toMatchObject({ visibility: 'public' })

  await tabTo(page, page.getByRole('button', { name: 'New folder' }))
  await press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name of the folder' })).toBeFocused()
  await page.keyboard.type('Fruit')
  await press('Enter')
  await says('Folder Fruit created')

  await toTop('Fruit')
  await press('Enter')
  await says('Folder Fruit, 0 files')
  await press('Backspace')
  await says('All files, 14 files')
  await expect(row('Fruit')).toBeFocused()

  await page.keyboard.type('o')
  await expect(row('Olive.txt')).toBeFocused()
  await menu('Move…')
  const target = page.getByRole('dialog').getByRole('button', { name: 'Fruit', exact: true })
  await tabTo(page, target)
  await press('Enter')
  await expect(row('Olive.txt')).toHaveCount(0)
  await expect(row('Mango.txt')).toBeFocused()
  await expect.poll(() => stored('Olive.txt')).toMatchObject({ folderId: expect.any(String) })

  await menu('Details')
  await expect(page.getByRole('region', { name: 'Details' })).toBeFocused()
  await press('Escape')
  await expect(row('Mango.txt')).toBeFocused()

  await press('Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete Mango.txt?' })
  await tabTo(page, question.getByRole('button', { name: 'Delete' }))
  await press('Enter')
  await says('1 file deleted')
  await expect(row('Lemon.txt')).toBeFocused()
  await expect.poll(() => stored('Mango.txt')).toBeUndefined()

  await press('Home', 'Enter')
  await says('Folder Fruit, 1 file')
  await expect(row('Olive.txt')).toBeFocused()
}

async function stored(name: string) {
  const everywhere = await storedFiles(app.url)
  return everywhere.find((file) => file.name === name)
}

async function open(page: Page, role: 'row' | 'gridcell') {
  await page.goto(app.url)
  const grid = page.getByRole('grid', { name: 'Files' })
  const row = (name: string): Locator =>
    grid.getByRole(role, { name: new RegExp(`^${name.replace('.', String.raw`\.`)}`, 'u') })
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return {
    grid,
    row,
    press,
    /** What a reader who does not see the page is told. */
    says: (text: string) =>
      expect(page.getByRole('status').filter({ hasText: text }).first()).toHaveText(
        new RegExp(`^${text}`, 'u'),
      ),
    /** From the row that has the focus. */
    menu: async (item: string) => {
      await press('Shift+F10')
      await chooseItem(page, page.getByRole('menuitem', { name: item, exact: true }))
    },
    toTop: async (name: string) => {
      await tabTo(page, grid.locator('[data-row][tabindex="0"]'))
      await press('Home')
      await expect(row(name)).toBeFocused()
    },
  }
}
