import { expect, test as base, type FileChooser, type Page } from '@playwright/test'
import { startNextApp, type NextApp } from './next-app.js'

const test = base.extend<object, { readonly nextApp: NextApp }>({
  nextApp: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const app = await startNextApp()
      await use(app)
      await app.stop()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
})

test('the server sends the components, not a place for them', async ({
  page,
  nextApp,
  request,
}) => {
  const html = await (await request.get(nextApp.url)).text()
  // As a browser shows it before any script has run.
  await page.setContent(html.replaceAll(/<script[\s\S]*?<\/script>/gu, ''))
  await expect(page.getByRole('button', { name: 'Upload files' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Drop files/u })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Files' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Added' })).toBeVisible()
})

test('the first rows are in what the server sends, and no address that opens a file', async ({
  page,
  nextApp,
  request,
}) => {
  const prefix = test.info().project.name
  for (let index = 0; index < 22; index += 1) {
    const name = `${prefix} sheet ${String(index).padStart(2, '0')}.txt`
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(`sheet ${index}`) }
    const answer = await request.post(`${nextApp.url}/api/files`, {
      headers: { origin: nextApp.url },
      multipart: { file },
    })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
  }
  const html = await (await request.get(nextApp.url)).text()
  expect(html).not.toMatch(/X-Amz|signature|token|expires=/iu)
  expect(html).not.toContain(nextApp.storageUrl)
  await page.setContent(html.replaceAll(/<script[\s\S]*?<\/script>/gu, ''))
  const grid = page.getByRole('grid', { name: 'Files' })
  await expect(grid.getByRole('row', { name: `${prefix} sheet 21.txt` })).toBeVisible()
  // And the head.
  await expect(grid.getByRole('row')).toHaveCount(21)

  const noise = listen(page)
  await page.goto(nextApp.url)
  const newest = grid.getByRole('row', { name: `${prefix} sheet 21.txt` })
  await newest.hover()
  const link = newest.getByRole('link', { name: /Download/u })
  const address = await link.getAttribute('href')
  expect(await (await request.get(address ?? '')).text()).toBe('sheet 21')
  expect(noise).toEqual([])
})

test('the page hydrates without a word, uploads, and shows the file', async ({ page, nextApp }) => {
  const noise = listen(page)
  await page.goto(nextApp.url)
  const grid = page.getByRole('grid', { name: 'Files' })
  await expect(grid).not.toHaveAttribute('aria-busy', 'true')

  const name = `${test.info().project.name} plan.pdf`
  await choose(page, { name, mimeType: 'application/pdf', buffer: Buffer.alloc(5_000) })
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('1 file uploaded')
  await page.reload()
  await expect(grid).toContainText(name)
  expect(noise).toEqual([])
})

/** By the button, which does nothing until the page is hydrated. */
async function choose(page: Page, file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  await expect(async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser', { timeout: 2_000 }),
      page.getByRole('button', { name: 'Upload files' }).click({ timeout: 2_000 }),
    ])
    await chooser.setFiles(file)
  }).toPass({ timeout: 30_000 })
}

/** What the browser complains of, a hydration that does not match above all. */
function listen(page: Page): string[] {
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  return noise
}
