import { afterEach, expect, it } from 'vitest'
import { makeFile } from '../make-file.js'
import { dropFiles } from './drop-files.js'
import { pasteFiles } from './paste-files.js'
import { pickFiles } from './pick-files.js'

const files = [makeFile({ name: 'a.txt' }), makeFile({ name: 'b.txt' })]

function add<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  document.body.append(element)
  return element
}

function namesOf(list: FileList | null | undefined): readonly string[] {
  return [...(list ?? [])].map(({ name }) => name)
}

afterEach(() => document.body.replaceChildren())

it('chooses files in the selector that a button opens', async () => {
  const input = add('input')
  input.type = 'file'
  const button = add('button')
  button.addEventListener('click', () => input.click())
  let chosen: readonly string[] = []
  input.addEventListener('change', () => (chosen = namesOf(input.files)))
  await pickFiles(button, files)
  expect(chosen).toEqual(['a.txt', 'b.txt'])
  await pickFiles(input, files.slice(1))
  expect(chosen).toEqual(['b.txt'])
})

it('says so where a button opens no selector', async () => {
  await expect(pickFiles(add('button'), files)).rejects.toThrow(/no file selector/)
})

it('drops files where they are dragged, and pastes them', async () => {
  const area = add('div')
  const seen: string[] = []
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    area.addEventListener(type, ({ dataTransfer }) => {
      seen.push(`${type} ${namesOf(dataTransfer?.files).join(' ')}`)
    })
  }
  area.addEventListener('paste', ({ clipboardData }) => {
    seen.push(`paste ${namesOf(clipboardData?.files).join(' ')}`)
  })
  await dropFiles(area, files)
  await pasteFiles(area, files)
  expect(seen).toEqual(
    ['dragenter', 'dragover', 'drop', 'paste'].map((type) => `${type} a.txt b.txt`),
  )
})
