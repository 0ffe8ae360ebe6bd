import { defineAdapter, type AdapterMethod } from 'loadline/core'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const guide = read('../../docs/writing-an-adapter.md')

/** In the order of the contract. The compiler knows whether one is missing. */
const methods: Readonly<Record<AdapterMethod, true>> = {
  createUpload: true,
  finalizeUpload: true,
  createUploads: true,
  renewTicket: true,
  signParts: true,
  listParts: true,
  finalizeUploads: true,
  lookupUpload: true,
  abandonUpload: true,
  abandonUploads: true,
  readStoreResponse: true,
  readStoreError: true,
  storeHeaders: true,
  listFiles: true,
  getFile: true,
  getFiles: true,
  readFile: true,
  renameFile: true,
  setVisibility: true,
  deleteFiles: true,
  moveFiles: true,
  setCategory: true,
  createAssociations: true,
  deleteAssociations: true,
  listCategories: true,
  listFolders: true,
  createFolder: true,
  deleteFolders: true,
  getLimits: true,
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** What stands in code in the first cells of the table below a heading. */
function firstCells(heading: string): readonly string[] {
  const [, section = ''] = guide.split(`\n## ${heading}\n`)
  const [own = ''] = section.split('\n## ')
  return [...own.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name)
}

it.each(['shelf-adapter.ts', 'shelf-adapter.test.ts'])('shows %s as it is tested', (file) => {
  expect(guide).toContain(`\`\`\`ts\n${read(`./${file}`)}\`\`\``)
})

it('says of every method what it turns on', () => {
  expect(firstCells('What each method turns on')).toEqual(Object.keys(methods))
})

it('says of every feature what it means, and its default', () => {
  const { features } = defineAdapter({ name: 'guide' })
  expect(firstCells('Features')).toEqual(Object.keys(features))
  const rows = guide.matchAll(/^\| `(\w+)` +\| `?([^|`]+?)`? +\|/gm)
  const told = new Map([...rows].map(([, name, value]) => [name, value]))
  const defaults = Object.entries(features).map(([name, value]) => [name, String(value) || '[]'])
  expect(defaults.map(([name]) => [name, told.get(name)])).toEqual(
    defaults.map(([name, value]) => [name, name === 'cacheKey' ? 'name' : value]),
  )
})
