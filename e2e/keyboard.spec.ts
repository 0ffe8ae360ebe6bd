import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createApp } from './support/app.js'
import { writeLarge } from './support/files.js'
import { tabTo } from './support/keys.js'
import { storedFiles } from './support/page.js'
import { createSlowProxy } from './support/slow-proxy.js'
import { expect, test } from './support/test.js'

/** Bytes per second: slow enough to do something meanwhile. */
const rate = 200_000

// An unpatched Firefox is told of each key by itself.
test.describe.configure({ timeout: 240_000 })

// The refused upload is logged by the browser.
test.use({ mayLogErrors: true })

test('files are chosen, watched, paused, resumed, cancelled, retried and dismissed by keyboard alone', async ({
  page,
  port,
}) => {
  const name = `keyboard-${port}.bin`
  const file = await writeLarge(tmpdir(), name, 20_000_000)
  const proxyPort = port + 8
  const app = await createApp({
    port: port + 6,
    env: { STORAGE_PUBLIC_URL: `http://127.0.0.1:${proxyPort}` },
  })
  const proxy = await createSlowProxy(proxyPort, port + 7, rate)
  const row = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem')
  const bar = row.getByRole('progressbar', { name })
  try {
    await app.start()
    await page.goto(app.url)

    await tabTo(page, page.getByRole('button', { name: 'Upload files', exact: true }).first())
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Enter'),
    ])
    await chooser.setFiles(join(tmpdir(), name))
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(0)

    await press(page, `Pause ${name}`)
    await expect(row).toHaveAttribute('data-status', 'paused')
    await press(page, `Resume ${name}`)
    await expect(row).toHaveAttribute('data-status', 'uploading')

    await press(page, `Cancel ${name}`)
    await expect(row).toHaveAttribute('data-status', 'cancelled')

    await page.route('**/api/uploads', (route) => route.fulfill(refusal), { times: 1 })
    await press(page, `Upload again ${name}`)
    await expect(row).toHaveAttribute('data-status', 'failed')
    proxy.setRate(Number.POSITIVE_INFINITY)
    await press(page, `Retry ${name}`)
    await expect(row).toHaveAttribute('data-status', 'ready', { timeout: 30_000 })
    expect(await storedFiles(app.url)).toMatchObject([{ name, size: file.size }])

    await press(page, `Dismiss ${name}`)
    await expect(row).toHaveCount(0)
    // The next stop is not the top of the page.
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).not.toBe('Upload files')
  } finally {
    await page.close()
    await proxy.close()
    await app.dispose()
    await rm(file.path)
  }
})

const refusal = {
  status: 403,
  contentType: 'application/problem+json',
  body: JSON.stringify({ title: 'Forbidden', status: 403, code: 'forbidden' }),
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }).first())
  await page.keyboard.press('Enter')
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.ariaLabel ?? activeElement?.textContent?.trim() ?? ''
  })
}
