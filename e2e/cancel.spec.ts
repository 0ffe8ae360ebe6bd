import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from './support/app.js'
import { filesUnder, writeLarge } from './support/files.js'
import { chooseFiles, storedFiles } from './support/page.js'
import { createSlowProxy } from './support/slow-proxy.js'
import { expect, test } from './support/test.js'

const rate = 500_000

test('a cancel in the middle leaves no listed file and no object', async ({ page, port }) => {
  const proxyPort = port + 8
  const file = await writeLarge(tmpdir(), `cancelled-${port}.bin`, 30_000_000)
  const app = await createApp({
    port: port + 6,
    env: { STORAGE_PUBLIC_URL: `http://127.0.0.1:${proxyPort}` },
  })
  // What goes while it is counted throws, which `expect.poll` would not try again.
  const stored = (check: (bytes: number) => void) =>
    expect(async () => check(await storedBytes(app.dataDir))).toPass({ timeout: 15_000 })
  const proxy = await createSlowProxy(proxyPort, port + 7, rate)
  try {
    await app.start()
    await page.goto(app.url)
    await chooseFiles(page, [file.path])
    const uploads = page.getByRole('region', { name: 'Uploads' })
    const bar = uploads.getByRole('progressbar', { name: file.name })
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(0)
    await stored((bytes) => expect(bytes).toBeGreaterThan(0))
    await uploads.getByRole('button', { name: `Cancel ${file.name}` }).click()
    await expect(uploads.getByRole('listitem')).toHaveAttribute('data-status', 'cancelled')
    proxy.setRate(Number.POSITIVE_INFINITY)
    await stored((bytes) => expect(bytes).toBe(0))
    await expect.poll(() => storedFiles(app.url, '&status=upload_pending')).toEqual([])
    expect(await storedFiles(app.url)).toEqual([])
    await page.reload()
    await expect(page.getByText('No files yet')).toBeVisible()
  } finally {
    await page.close()
    await proxy.close()
    await app.dispose()
    await rm(file.path)
  }
})

/** All that the store holds, what is on its way included. */
async function storedBytes(dataDir: string): Promise<number> {
  const paths = await Promise.all(
    ['objects', 'partial'].map((directory) => filesUnder(join(dataDir, directory))),
  )
  const sizes = await Promise.all(paths.flat().map((path) => stat(path).then(({ size }) => size)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
