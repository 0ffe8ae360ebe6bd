import { createHash } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import type { FileAdapter } from 'loadline/core'
import { createApp, type App } from './support/app.js'
import { fourBackends, readPageConfig } from './support/four-backends.js'
import { fileRow } from './support/page.js'
import { listAll, plant, sha256OfStored } from './support/stored.js'
import { expect, test as base } from './support/test.js'

/** The demo with all its backends, which begin with nothing. */
const test = base.extend<object, { readonly demo: App }>({
  demo: [
    async ({ port }, use) => {
      const demo = await createApp({ port: port + 4, args: ['--backends', 'all'] })
      await demo.start()
      await use(demo)
      await demo.dispose()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

interface MadeFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const chosen = [makeFile('alpha.txt', 40_000), makeFile('zürich “süd” 😀.csv', 900)] as const
const dropped = makeFile('dropped.bin', 300_000)
const attached = makeFile('attached.txt', 70)
/** More than a page. */
const planted = Array.from({ length: 104 }, (_, i) => `plan ${String(i + 1).padStart(3, '0')}.txt`)
const last = planted.at(-1) ?? ''

// Ten seconds where nothing else runs; each is a dozen of tests in one.
test.describe.configure({ timeout: 180_000 })

for (const backend of fourBackends) {
  const { name, actions, filters, sorts, hasFolders, hasAssociations } = backend

  const title = `${name}: what it can do is there and done, what it cannot is not there`
  // Browsers differ in what the first one shows.
  const tag = backend === fourBackends[0] ? [] : '@slow'
  test(title, { tag }, async ({ page, demo }) => {
    const adapter = backend.connect(demo.url, await readPageConfig(demo.url))
    const open = async (): Promise<void> => {
      await page.goto(demo.url)
      await page.getByRole('combobox', { name: 'Backend' }).selectOption(name)
    }

    await test.step('upload by button and by drop', async () => {
      await open()
      await expect(page.getByText('No files yet')).toBeVisible()
      await choose(page.getByRole('button', { name: 'Upload files' }), chosen)
      await drop(page.getByRole('button', { name: /^Drop files here/ }), dropped)
      const uploads = page.getByRole('region', { name: 'Uploads' })
      for (const file of [...chosen, dropped]) {
        const upload = uploads.getByRole('listitem').filter({ hasText: file.name.slice(0, 5) })
        await expect(upload).toHaveAttribute('data-status', 'ready', { timeout: 30_000 })
        await expect(storedRow(page, file.name)).toBeVisible()
        await expectStored(adapter, file)
      }
    })

    await test.step('sort, page and search', async () => {
      await plant(adapter, planted)
      await open()
      const grid = page.getByRole('grid', { name: 'Files' })
      await expect(grid).toHaveAttribute('aria-rowcount', String(planted.length + 4))
      await grid.getByRole('button', { name: 'Name' }).click()
      await expect(grid.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
        'aria-sort',
        'ascending',
      )
      await expect(grid.getByRole('row').nth(1)).toContainText(chosen[0].name)
      await grid.getByRole('row').nth(1).click()
      await page.keyboard.press('End')
      await expect(storedRow(page, last)).toBeVisible()
      const search = page.getByRole('searchbox', { name: 'Search files' })
      await enter(search, last)
      await expect(grid.getByRole('row')).toHaveCount(2)
      await expect(storedRow(page, last)).toBeVisible()
      await search.press('Escape')
      await expect(storedRow(page, chosen[0].name)).toBeVisible()
    })

    await test.step('nothing else is offered', async () => {
      expect(await filterNames(page)).toEqual(filters)
      const heads = page.getByRole('grid', { name: 'Files' }).getByRole('columnheader')
      expect(await heads.getByRole('button').allTextContents()).toEqual(sorts)
      await openMenu(page, chosen[0].name)
      expect(await menuNames(page)).toEqual(actions)
      await page.keyboard.press('Escape')
      const newFolder = page.getByRole('button', { name: 'New folder' })
      await expect(newFolder).toHaveCount(hasFolders ? 1 : 0)
      const workOrders = page.getByRole('link', { name: 'Work orders' })
      await expect(workOrders).toHaveCount(hasAssociations ? 1 : 0)
    })

    if (actions.includes('Rename')) {
      await test.step('rename', async () => {
        await act(page, chosen[0].name, 'Rename')
        const field = page.getByRole('textbox', { name: `Rename ${chosen[0].name}` })
        await enter(field, 'alpha, renamed.txt')
        await field.press('Enter')
        await expect(storedRow(page, 'alpha, renamed.txt')).toBeVisible()
        await expectStored(adapter, { ...chosen[0], name: 'alpha, renamed.txt' })
      })
    }

    const visibility = actions.includes('Make public') ? 'public' : 'private'
    if (actions.includes(`Make ${visibility}`)) {
      await test.step('visibility', async () => {
        await act(page, 'alpha', `Make ${visibility}`)
        await expect
          .poll(async () => (await find(adapter, 'alpha, renamed.txt'))?.visibility)
          .toBe(visibility)
      })
    }

    if (hasFolders) {
      await test.step('folders', async () => {
        await page.getByRole('button', { name: 'New folder' }).click()
        await enter(page.getByRole('textbox', { name: 'Name of the folder' }), 'Berth')
        await page.getByRole('button', { name: 'Create' }).click()
        await fileRow(page, 'Berth').press('Enter')
        const path = page.getByRole('navigation', { name: 'Folders' })
        await expect(path).toContainText('Berth')
        const inside = makeFile('inside.txt', 60)
        await choose(page.getByRole('button', { name: 'Upload files' }), [inside])
        await expect(storedRow(page, inside.name)).toBeVisible()
        const { folderId } = await expectStored(adapter, inside)
        const inFolder = await listAll(adapter, { filter: { folderId } })
        expect(inFolder.map((file) => file.name)).toEqual([inside.name])
        await path.getByRole('button', { name: 'All files' }).click()
        await expect(storedRow(page, 'alpha')).toBeVisible()
      })
    }

    await test.step('delete', async () => {
      await act(page, chosen[0].name.slice(0, 5), 'Delete')
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
      await expect(storedRow(page, 'alpha')).toHaveCount(0)
      await expect.poll(() => find(adapter, 'alpha')).toBeUndefined()
    })

    if (hasAssociations) {
      await test.step('associations', async () => {
        await page.getByRole('link', { name: 'Work orders' }).click()
        const order = page.getByRole('region', { name: /^WO-1042/ })
        await choose(order.getByRole('button', { name: 'Attach files' }), [attached])
        const row = order.getByRole('row').filter({ hasText: attached.name })
        await expect(row).toHaveAttribute('data-status', 'ready')
        await expectStored(adapter, attached)
        const entity = { name: 'work-order', references: ['WO-1042'] }
        const ofOrder = await listAll(adapter, { filter: { entity } })
        expect(ofOrder.map((file) => file.name)).toEqual([attached.name])
        const other = page.getByRole('region', { name: /^WO-1057/ })
        await expect(other.getByText('No files yet')).toBeVisible()
      })
    }
  })
}

/** No two bytes next to each other are alike, and no two files. */
function makeFile(name: string, size: number): MadeFile {
  const buffer = Buffer.alloc(size)
  for (let i = 0; i < size; i += 1) buffer[i] = (i * 31 + name.length) & 0xff
  return { name, mimeType: name.endsWith('.csv') ? 'text/csv' : 'text/plain', buffer }
}

/** Key by key: of a `fill`, React hears nothing in Firefox. */
async function enter(field: Locator, text: string): Promise<void> {
  await field.press('ControlOrMeta+a')
  await field.pressSequentially(text)
}

async function choose(button: Locator, files: readonly MadeFile[]): Promise<void> {
  const [chooser] = await Promise.all([
    button.page().waitForEvent('filechooser'),
    button.first().click(),
  ])
  await chooser.setFiles([...files])
}

async function drop(area: Locator, { name, mimeType, buffer }: MadeFile): Promise<void> {
  const dataTransfer = await area.page().evaluateHandle(
    ([fileName, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], fileName, { type }))
      return transfer
    },
    [name, mimeType, buffer.toString('base64')] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await area.dispatchEvent(type, { dataTransfer })
  }
}

function storedRow(page: Page, name: string): Locator {
  return fileRow(page, name).and(page.locator('[data-status="ready"]'))
}

async function find(adapter: FileAdapter, name: string) {
  return (await listAll(adapter)).find((file) => file.name.startsWith(name))
}

/** Listed under this name, with these bytes. */
async function expectStored(adapter: FileAdapter, { name, buffer }: MadeFile) {
  const file = await find(adapter, name)
  if (file === undefined) throw new Error(`${name} is not listed.`)
  expect(await sha256OfStored(adapter, file)).toBe(
    createHash('sha256').update(buffer).digest('hex'),
  )
  return file
}

async function openMenu(page: Page, name: string): Promise<void> {
  await fileRow(page, name).click({ button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
}

async function act(page: Page, name: string, action: string): Promise<void> {
  await openMenu(page, name)
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

/** Without the keys that stand beside some. */
function menuNames(page: Page): Promise<readonly string[]> {
  return page
    .getByRole('menuitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('span')?.textContent ?? ''))
}

function filterNames(page: Page): Promise<readonly string[]> {
  return page.locator('button[aria-haspopup="menu"][aria-expanded]').allTextContents()
}
