// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createUploadQueue, FileActiveUploads, FileList, FilesProvider, FileUpload } from 'loadline'
import { createMemoryBackend, fileGrid, makeFile, pickFiles, uploadsPanel } from 'loadline/testing'
import { afterEach, expect, it } from 'vitest'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

function setUp() {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  render(
    <FilesProvider queue={queue}>
      <FileUpload />
      <FileActiveUploads />
      <FileList />
    </FilesProvider>,
  )
  const choose = (...names: readonly string[]) =>
    pickFiles(
      screen.getByRole('button', { name: 'Upload files' }),
      names.map((name) => makeFile({ name })),
    )
  return { backend, choose, panel: uploadsPanel(screen), grid: fileGrid(screen) }
}

it('uploads the chosen files, and lists them', async () => {
  const { backend, choose, panel, grid } = setUp()
  expect(panel.isShown()).toBe(false)
  await choose('plan.pdf', 'log.csv')
  await waitFor(() => expect(panel.title()).toBe('2 files uploaded'))
  expect(panel.names()).toEqual(['plan.pdf', 'log.csv'])
  await waitFor(() => expect(grid.row('plan.pdf').status).toBe('ready'))
  expect(backend.files()).toHaveLength(2)
})

it('lets the person try again', async () => {
  const { backend, choose, panel } = setUp()
  backend.failNext('create', 'forbidden')
  await choose('plan.pdf')
  await waitFor(() => expect(panel.row('plan.pdf').status).toBe('failed'))
  expect(panel.row('plan.pdf').text).toBe("You're not allowed to add files here")
  await userEvent.click(panel.row('plan.pdf').button('Retry'))
  await waitFor(() => expect(panel.row('plan.pdf').percent).toBe(100))
  expect(panel.announcement()).toBe('1 file uploaded')
})
