import type { Locator, Page } from '@playwright/test'
import type { StoredFile } from 'loadline/core'

/** Chooses files as a person does: by the button. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload files' }).first().click(),
  ])
  await chooser.setFiles([...paths])
}

/** The row of the list of stored files in which this name stands. */
export function fileRow(page: Page, name: string): Locator {
  return page.getByRole('grid', { name: 'Files' }).getByRole('row').filter({ hasText: name })
}

/** What the backend holds, asked by HTTP and not through the page. */
export async function storedFiles(appUrl: string, query = ''): Promise<readonly StoredFile[]> {
  const response = await fetch(`${appUrl}/api/files?limit=200${query}`)
  if (!response.ok) throw new Error(`GET /files answered ${response.status}`)
  return ((await response.json()) as { files: readonly StoredFile[] }).files
}
