import type { FileFilter, FileQuery, StoredFile } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { uploadWhole } from './upload-whole.js'

const needs = ['createUpload', 'finalizeUpload', 'listFiles'] as const

async function uploadThree(kit: AdapterKit): Promise<void> {
  for (const name of ['b.txt', 'a.txt', 'c.txt']) await kit.upload({ name })
}

function page(kit: AdapterKit, query: FileQuery) {
  return kit.call('listFiles')(query, kit.context)
}

/** What does not change by itself; a backend that says nothing of a field says `null`. */
function lastingOf(file: StoredFile | undefined): ReadonlyMap<string, unknown> {
  const { name, size, contentType, visibility, folderId, category, associations, metadata } =
    file ?? {}
  const fields = { name, size, contentType, visibility, folderId, category, associations, metadata }
  return new Map(Object.entries(fields).filter(([, value]) => value !== null))
}

const listing: readonly AdapterCase[] = [
  {
    name: 'lists what was uploaded, once',
    needs,
    async run(kit) {
      const { id } = await kit.upload()
      checkEqual(
        (await kit.ids()).filter((one) => one === id),
        [id],
        'how often it is listed',
      )
    },
  },
  {
    name: 'tells in the list what it tells of the file alone',
    needs: [...needs, 'getFile'],
    async run(kit) {
      const { id } = await uploadWhole(kit, { name: 'mine.txt' })
      const alone = lastingOf(await kit.call('getFile')(id, kit.context))
      const listed = lastingOf((await kit.list()).find((file) => file.id === id))
      for (const [field, value] of alone) {
        if (listed.has(field)) checkEqual(listed.get(field), value, `${field} in the list`)
      }
      checkEqual(listed.get('name'), 'mine.txt', 'the name in the list')
    },
  },
  {
    name: 'counts all that match, or says that it does not count',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const { total } = await page(kit, { limit: 1 })
      if (total !== null) checkEqual(total, (await kit.ids()).length, 'the total')
    },
  },
  {
    name: 'refuses a filter that nobody knows',
    needs,
    async run(kit) {
      const filter = { loadlineNoSuchFilter: 'a' } as FileFilter
      await checkRejects(page(kit, { limit: 1, filter }), ['unsupported'], 'a filter')
    },
  },
]

const paging: readonly AdapterCase[] = [
  {
    name: 'pages through all files, each once',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const all = await kit.ids()
      const found: string[] = []
      let cursor: string | null = null
      for (let round = 0; round <= all.length; round += 1) {
        const answer = await page(kit, { limit: 2, cursor })
        check(answer.files.length <= 2, `a page of ${answer.files.length} files, with a limit of 2`)
        found.push(...answer.files.map(({ id }) => id))
        cursor = answer.nextCursor
        if (cursor === null) break
      }
      checkEqual(found, all, 'the files of all pages')
      checkEqual(cursor, null, 'the cursor after the last page')
    },
  },
  {
    name: 'refuses a cursor that it did not give',
    needs,
    async run(kit) {
      await kit.upload()
      const listed = page(kit, { limit: 1, cursor: 'loadline-no-such-cursor' })
      await checkRejects(listed, ['validation', 'not-found'], 'a foreign cursor')
    },
  },
  ...[0, 1].map((place): AdapterCase => ({
    name: `keeps its place when the ${place === 0 ? 'first' : 'last'} file of a page goes`,
    needs: [...needs, 'deleteFiles'],
    async run(kit) {
      await uploadThree(kit)
      const ids = await kit.ids()
      const { nextCursor } = await page(kit, { limit: 2 })
      await kit.call('deleteFiles')(ids.slice(place, place + 1), kit.context)
      const next = await page(kit, { limit: 1, cursor: nextCursor })
      checkEqual(next.files[0]?.id, ids[2], 'the first file of the second page')
    },
  })),
  {
    name: 'shows no file twice when another comes in between',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const [, , third] = await kit.ids()
      const { files, nextCursor } = await page(kit, { limit: 2 })
      await kit.upload({ name: 'new.txt' })
      const next = await page(kit, { limit: 10, cursor: nextCursor })
      const ids = new Set(next.files.map(({ id }) => id))
      check(
        files.every(({ id }) => !ids.has(id)),
        'a file of the first page comes again',
      )
      check(third !== undefined && ids.has(third), 'the third file is left out')
    },
  },
]

const skipping: readonly AdapterCase[] = [
  {
    name: 'skips by offset',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const ids = await kit.ids()
      for (const offset of [0, 1, 2]) {
        const { files } = await page(kit, { limit: 1, offset })
        checkEqual(files[0]?.id, ids[offset], `the file after ${offset}`)
      }
    },
    lacking: {
      when: ({ canSkip }) => !canSkip,
      async run(kit) {
        await checkRejects(page(kit, { limit: 1, offset: 1 }), ['unsupported'], 'an offset')
      },
    },
  },
  {
    name: 'fills a page at an offset',
    needs,
    async run(kit) {
      await uploadThree(kit)
      await kit.upload({ name: 'd.txt' })
      const { files } = await page(kit, { limit: 3, offset: 1 })
      const ids = (await kit.ids()).slice(1, 4)
      checkEqual(
        files.map(({ id }) => id),
        ids,
        'the three files after 1',
      )
    },
    lacking: {
      when: ({ canSkip }) => !canSkip,
      run: async (kit) => void (await kit.ids()),
    },
  },
  {
    name: 'finds nothing after the end, and still counts',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const { files, nextCursor, total } = await page(kit, { limit: 1, offset: 1_000 })
      checkEqual([files, nextCursor], [[], null], 'the page')
      if (total !== null) checkEqual(total, (await kit.ids()).length, 'the total')
    },
    lacking: {
      when: ({ canSkip }) => !canSkip,
      run: async (kit) => void (await kit.ids()),
    },
  },
]

export const listCases: readonly AdapterCase[] = [...listing, ...paging, ...skipping]
