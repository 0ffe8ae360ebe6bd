import { expect, test as base } from '@playwright/test'
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
  const grid = page.getByRole('grid', { name: 'Files' })
  await expect(grid).toBeVisible()
  await expect(grid).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByRole('columnheader', { name: 'Added' })).toBeVisible()
})

test('the page hydrates without a word, uploads, and shows the file', async ({ page, nextApp }) => {
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  await page.goto(nextApp.url)
  const grid = page.getByRole('grid', { name: 'Files' })
  await expect(grid).not.toHaveAttribute('aria-busy', 'true')

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload files' }).click()
  const name = `${test.info().project.name} plan.pdf`
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(5_000) })
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('1 file uploaded')
  await page.reload()
  await expect(grid).toContainText(name)
  expect(noise).toEqual([])
})
