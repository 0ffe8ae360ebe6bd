import type { FileQuery, StoredFile } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload', 'listFiles'] as const

async function uploadThree(kit: AdapterKit): Promise<readonly StoredFile[]> {
  return [
    await kit.upload({ name: 'b.txt', size: 30, type: 'text/plain' }),
    await kit.upload({ name: 'a.txt', size: 10, type: 'application/pdf' }),
    await kit.upload({ name: 'c.txt', size: 20, type: 'image/png' }),
  ]
}

function page(kit: AdapterKit, query: FileQuery) {
  return kit.call('listFiles')(query, kit.context)
}

const paging: readonly AdapterCase[] = [
  {
    name: 'lists what was uploaded, once',
    needs,
    async run(kit) {
      const made = await uploadThree(kit)
      const ids = await kit.ids()
      for (const { id } of made) {
        checkEqual(ids.filter((one) => one === id).length, 1, 'how often it is listed')
      }
    },
  },
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
    name: 'counts all that match, or says that it does not count',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const { total } = await page(kit, { limit: 1 })
      if (total !== null) checkEqual(total, (await kit.ids()).length, 'the total')
    },
  },
  {
    name: 'keeps its place when a file before it goes',
    needs: [...needs, 'deleteFiles'],
    async run(kit) {
      await uploadThree(kit)
      const [first, , third] = await kit.ids()
      check(first !== undefined && third !== undefined, 'three files')
      const { nextCursor } = await page(kit, { limit: 2 })
      await kit.call('deleteFiles')([first], kit.context)
      const next = await page(kit, { limit: 1, cursor: nextCursor })
      checkEqual(next.files[0]?.id, third, 'the first file of the second page')
    },
  },
  {
    name: 'skips by offset',
    needs,
    async run(kit) {
      await uploadThree(kit)
      const [, second] = (await page(kit, { limit: 2 })).files
      const skipped = await page(kit, { limit: 1, offset: 1 })
      checkEqual(skipped.files[0]?.id, second?.id, 'the second file')
    },
    lacking: {
      when: ({ canSkip }) => !canSkip,
      async run(kit) {
        await checkRejects(page(kit, { limit: 1, offset: 1 }), ['unsupported'], 'an offset')
      },
    },
  },
]

const sorts = (
  ['name', 'size', 'createdAt', 'updatedAt', 'contentType', 'status', 'visibility'] as const
).flatMap((key) =>
  (['asc', 'desc'] as const).map((direction): AdapterCase => ({
    name: `sorts by ${key}, ${direction}`,
    needs,
    async run(kit) {
      const own = new Set((await uploadThree(kit)).map(({ id }) => id))
      const found = (await kit.list({ sort: { key, direction } })).filter(({ id }) => own.has(id))
      checkEqual(found.length, 3, 'the files found')
      for (const [index, file] of found.slice(1).entries()) {
        const before = found[index]?.[key] ?? null
        const after = file[key]
        if (before === null || after === null) continue
        const isSorted = direction === 'asc' ? before <= after : before >= after
        check(isSorted, `${before} stands before ${after}`)
      }
    },
    lacking: {
      when: ({ sortKeys }) => !sortKeys.includes(key),
      async run(kit) {
        const promise = page(kit, { limit: 1, sort: { key, direction } })
        await checkRejects(promise, ['unsupported', 'validation'], `a sort by ${key}`)
      },
    },
  })),
)

const searches: readonly AdapterCase[] = [
  {
    name: 'searches in names',
    needs,
    async run(kit) {
      const word = crypto.randomUUID().slice(0, 8)
      const wanted = await kit.upload({ name: `report ${word}.txt` })
      const other = await kit.upload({ name: 'another.txt' })
      const ids = new Set((await kit.list({ search: word })).map(({ id }) => id))
      check(ids.has(wanted.id), 'it did not find the file')
      check(!ids.has(other.id), 'it found a file that does not match')
    },
    lacking: {
      when: ({ search }) => search === false,
      async run(kit) {
        await checkRejects(page(kit, { limit: 1, search: 'a' }), ['unsupported'], 'a search')
      },
    },
  },
]

export const listCases: readonly AdapterCase[] = [...paging, ...sorts, ...searches]
