import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCategories } from './load-categories.js'
import { StartupError } from './startup-error.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loadline-categories-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function load(text: string) {
  const path = join(directory, 'categories.json')
  await writeFile(path, text)
  return loadCategories(path)
}

test('a list of categories', async () => {
  const categories = [
    { key: 'USER_FILES', name: 'User files' },
    {
      key: 'AVATARS',
      name: 'Avatars',
      maxSize: 10,
      contentTypes: ['image/*'],
      defaultVisibility: 'public',
    },
  ]
  expect(await load(JSON.stringify(categories))).toEqual(categories)
})

test.each([
  ['{', /JSON/],
  ['{}', /expected array/],
  ['[{"key":"A"}]', /0\.name/],
  ['[{"key":"","name":"A"}]', /0\.key/],
  ['[{"key":"A","name":"A","maxSize":-1}]', /0\.maxSize/],
  ['[{"key":"A","name":"A","contentTypes":["png"]}]', /0\.contentTypes\.0/],
  ['[{"key":"A","name":"A","maxsize":1}]', /maxsize/],
  ['[{"key":"A","name":"A"},{"key":"A","name":"B"}]', /same key/],
])('%s is refused in words', async (text, reason) => {
  const loading = load(text)
  await expect(loading).rejects.toThrow(StartupError)
  await expect(loading).rejects.toThrow(reason)
  await expect(loading).rejects.toThrow(/LOADLINE_CATEGORIES/)
})

test('a file that is not there', async () => {
  await expect(loadCategories(join(directory, 'none.json'))).rejects.toThrow(/ENOENT/)
})
