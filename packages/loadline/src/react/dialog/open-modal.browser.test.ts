import { afterEach, expect, it } from 'vitest'
import { openModal } from './open-modal.js'

const dialog = document.createElement('dialog')

afterEach(() => {
  dialog.close()
  dialog.remove()
})

it('opens a dialog, and leaves one that is open', () => {
  document.body.append(dialog)
  openModal(dialog)
  openModal(dialog)
  expect(dialog.matches(':modal')).toBe(true)
})

it('leaves one that is not in the page, where an application took its place away', () => {
  openModal(dialog)
  openModal(null)
  expect(dialog.open).toBe(false)
})
