import { beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { defineAdapter } from '../../core/index.js'
import { showFiles, storedSample, textSample } from '../../../testing/open-preview.js'
import {
  samplePdf,
  samplePicture,
  sampleSound,
  sampleVideo,
} from '../../../testing/sample-files.js'

beforeEach(() => page.viewport(1280, 800))

const three = () =>
  ['one', 'two', 'three'].map((name) => textSample(`${name}.txt`, name)).map(storedSample)

it('goes through the files by keys, and focuses the row of the last one when it is shut', async () => {
  const { open, dialog, row } = await showFiles(three())
  await open('one')
  await expect.element(dialog('one')).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect
    .element(dialog('two').getByRole('region', { name: 'two.txt' }))
    .toHaveTextContent('two')
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  await expect.element(dialog('three').getByText('3 of 3')).toBeVisible()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(dialog('two')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog('two')).not.toBeInTheDocument()
  await expect.element(row('two')).toHaveFocus()
})

it('leaves the focus to who is faster than the news that it is shut', async () => {
  const { open, dialog, row, screen } = await showFiles(three())
  await open('one')
  const shut = new Promise((resolve) => {
    dialog('one').element().addEventListener('close', resolve)
  })
  ;(dialog('one').element() as HTMLDialogElement).close()
  row('one')
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, cancelable: true }))
  await shut
  const field = screen.getByRole('textbox', { name: 'Rename one.txt' })
  await expect.element(dialog('one')).not.toBeInTheDocument()
  await expect.element(field).toHaveFocus()
})

it('goes the other way in a script from right to left', async () => {
  const { open, dialog } = await showFiles(three(), { direction: 'rtl' })
  await open('one')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(dialog('two')).toBeVisible()
  await dialog('two').getByRole('button', { name: 'Previous file' }).click()
  await expect.element(dialog('one')).toBeVisible()
})

it('asks for the next page before its end', async () => {
  const files = Array.from({ length: 9 }, (_, index) => textSample(`${String(index)}.txt`, 'words'))
  const { open, dialog } = await showFiles(files.map(storedSample), { props: { pageSize: 3 } })
  await open('0.txt')
  for (let index = 1; index < 9; index += 1) {
    await dialog(`${String(index - 1)}.txt`)
      .getByRole('button', { name: 'Next file' })
      .click()
    await expect.element(dialog(`${String(index)}.txt`)).toBeVisible()
  }
  await expect.element(dialog('8.txt').getByText('9 of 9')).toBeVisible()
})

it('shows pictures, films, sounds and PDFs', async () => {
  const files = [
    { name: 'dusk.png', type: 'image/png', bytes: await samplePicture() },
    { name: 'pass.webm', type: 'video/webm', bytes: sampleVideo() },
    { name: 'horn.wav', type: 'audio/wav', bytes: sampleSound() },
    { name: 'plan.pdf', type: 'application/octet-stream', bytes: samplePdf() },
  ]
  const { open, dialog } = await showFiles(files.map(storedSample))
  const preview = await open('dusk')
  await expect.element(preview.getByRole('img', { name: 'dusk.png' })).toBeVisible()
  const scale = () => {
    const picture = preview.getByRole('img', { name: 'dusk.png' }).element()
    return new DOMMatrix(getComputedStyle(picture).transform).a
  }
  await userEvent.keyboard('+')
  await expect.poll(scale).toBe(1.5)
  await preview.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(scale).toBe(2.25)
  preview
    .getByRole('img', { name: 'dusk.png' })
    .element()
    .dispatchEvent(new WheelEvent('wheel', { deltaY: 300, bubbles: true, cancelable: true }))
  await expect.poll(scale).toBe(1)
  await userEvent.keyboard('{ArrowRight}')
  const media = (name: string) =>
    dialog(name).element().querySelector<HTMLVideoElement>('video, audio')
  await expect.poll(() => media('pass')?.videoWidth).toBe(64)
  await dialog('pass').getByRole('button', { name: 'Next file' }).click()
  await expect.poll(() => media('horn')?.duration).toBe(0.25)
  await dialog('horn').getByRole('button', { name: 'Next file' }).click()
  await expect.element(dialog('plan').getByTitle('plan.pdf')).toBeVisible()
})

it('opens beside the page what cannot be shown, and nothing that is not there', async () => {
  const files = [
    {
      id: 'zip',
      name: 'a.zip',
      url: 'https://files.example/zip',
      createdAt: '2026-01-02T00:00:00Z',
    },
    { id: 'none', name: 'b.zip', url: null },
  ]
  const { row } = await showFiles(files, {
    adapt: ({ listFiles }) => defineAdapter({ name: 'l', listFiles }),
  })
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  await expect.element(row('a.zip')).toBeVisible()
  ;(row('a.zip').element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}')
  expect(open.mock.calls).toEqual([['https://files.example/zip', '_blank', 'noopener,noreferrer']])
  open.mockRestore()
})

it('offers the actions of the file, and goes on with the next when it is deleted', async () => {
  const { open, dialog, screen } = await showFiles(three())
  const preview = await open('two')
  await preview.getByRole('button', { name: 'More actions two.txt' }).click()
  await preview.getByRole('menuitem', { name: 'Delete' }).click()
  const question = screen.getByRole('alertdialog', { name: 'Delete two.txt?' })
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect.element(dialog('three').getByText('2 of 2')).toBeVisible()
  await expect.element(dialog('three').getByRole('region')).toHaveTextContent('three')
})
