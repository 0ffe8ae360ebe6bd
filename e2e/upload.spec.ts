import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sha256OfFile, sha256OfObjects } from './support/files.js'
import { chooseFiles, fileRow, storedFiles } from './support/page.js'
import { expect, test } from './support/test.js'

test('files chosen by the button are stored byte by byte, and stand in the list after a reload and a restart', async ({
  page,
  app,
  files,
}) => {
  await page.goto(app.url)
  await chooseFiles(
    page,
    files.map(({ path }) => path),
  )
  const uploads = page.getByRole('region', { name: 'Uploads' })
  for (const { name } of files) {
    const row = uploads.getByRole('listitem').filter({ hasText: name.slice(0, 4) })
    await expect(row).toHaveAttribute('data-status', 'ready', { timeout: 60_000 })
  }
  await expect(uploads.getByRole('listitem')).toHaveCount(files.length)

  const listed = async (): Promise<void> => {
    for (const { name } of files) {
      await expect(page.getByRole('grid', { name: 'Files' })).toContainText(name.slice(0, 4))
    }
    await expect(fileRow(page, 'Ready')).toHaveCount(files.length)
  }
  await listed()
  await page.reload()
  await listed()
  // A page that is open would ask a server that is gone.
  await page.goto('about:blank')
  await app.stop()
  await app.start()
  await page.goto(app.url)
  await listed()

  const stored = await storedFiles(app.url)
  const hashesOnDisk = await sha256OfObjects(join(app.dataDir, 'objects'))
  for (const { name, path, size } of files) {
    const file = stored.find((one) => one.name === name)
    expect(file).toMatchObject({ size, status: 'ready' })
    const expected = await sha256OfFile(path)
    expect(hashesOnDisk).toContain(expected)
    const response = await fetch(file?.url ?? '')
    const hash = createHash('sha256').update(Buffer.from(await response.arrayBuffer()))
    expect(hash.digest('hex')).toBe(expected)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
})
