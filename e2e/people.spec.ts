import { createApp } from './support/app.js'
import { chooseFiles, fileRow, storedFiles } from './support/page.js'
import { expect, test } from './support/test.js'

test('two people see one list, and each adds to it in their own name', async ({
  page,
  port,
  files,
}) => {
  const [pixel, empty] = files
  const app = await createApp({ port: port + 6 })
  try {
    await app.start()
    await page.goto(app.url)
    const person = page.getByRole('combobox', { name: 'Signed in as' })
    const uploads = page.getByRole('region', { name: 'Uploads' })

    await chooseFiles(page, [pixel?.path ?? ''])
    await expect(uploads.getByRole('listitem')).toHaveAttribute('data-status', 'ready')
    await expect(fileRow(page, 'pixel.png')).toContainText('Ada Demo')

    await person.selectOption('Ben Demo')
    await expect(uploads.getByRole('listitem')).toHaveCount(0)
    await expect(fileRow(page, 'pixel.png')).toContainText('Ada Demo')
    await chooseFiles(page, [empty?.path ?? ''])
    await expect(fileRow(page, 'empty.txt')).toContainText('Ben Demo')

    const owners = (await storedFiles(app.url)).map(({ name, createdBy }) => [
      name,
      createdBy?.name,
    ])
    expect(Object.fromEntries(owners)).toMatchObject({
      'pixel.png': 'Ada Demo',
      'empty.txt': 'Ben Demo',
    })
  } finally {
    await page.close()
    await app.dispose()
  }
})
