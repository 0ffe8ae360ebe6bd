import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { defineAdapter } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useFileCategories } from './use-file-categories.js'
import { useFileFolders } from './use-file-folders.js'
import { useFileLimits } from './use-file-limits.js'

const plans = { id: 'd1', name: 'Plans', parentId: null, path: [{ id: 'd1', name: 'Plans' }] }
const drawings = {
  id: 'c1',
  key: 'DRAWINGS',
  name: 'Drawings',
  maxSize: null,
  contentTypes: null,
  defaultVisibility: null,
}

function Facts(): ReactNode {
  const { folders, createFolder, deleteFolders } = useFileFolders(null)
  const categories = useFileCategories()
  const limits = useFileLimits()
  return (
    <>
      <ul aria-label="folders">
        {folders.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <output>{categories.map(({ name }) => name).join()}</output>
      <p>{limits === null ? 'no limits' : `${String(limits.quotaSize)} bytes`}</p>
      {createFolder !== null && (
        <button type="button" onClick={() => void createFolder('Photos')}>
          Create
        </button>
      )}
      {deleteFolders !== null && (
        <button type="button" onClick={() => void deleteFolders(['d1'])}>
          Delete
        </button>
      )}
    </>
  )
}

it('lists, creates and deletes folders, and knows categories and limits', async () => {
  const { adapter } = createMemoryBackend({
    folders: [plans],
    categories: [drawings],
    limits: { quotaSize: 1000 },
  })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Facts />
    </FilesProvider>,
  )
  const names = () =>
    screen
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent)
  await expect.poll(names).toEqual(['Plans'])
  await expect.element(screen.getByRole('status')).toHaveTextContent('Drawings')
  await expect.element(screen.getByText('1000 bytes')).toBeVisible()
  await screen.getByRole('button', { name: 'Create' }).click()
  await expect.poll(names).toEqual(['Photos', 'Plans'])
  await screen.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(names).toEqual(['Photos'])
})

it('offers nothing that the adapter lacks', async () => {
  const screen = await render(
    <FilesProvider adapter={defineAdapter({ name: 'plain' })}>
      <Facts />
    </FilesProvider>,
  )
  await expect.element(screen.getByText('no limits')).toBeVisible()
  expect(screen.getByRole('button').elements()).toHaveLength(0)
})
