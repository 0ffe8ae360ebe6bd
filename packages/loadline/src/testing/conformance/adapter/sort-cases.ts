import type { FileSort, FileSortKey, StoredFile } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload', 'listFiles'] as const

const sortKeys: Readonly<Record<FileSortKey, true>> = {
  name: true,
  size: true,
  createdAt: true,
  updatedAt: true,
  contentType: true,
  status: true,
  visibility: true,
}

/** Two of each, so that every key has ties. */
async function uploadPairs(kit: AdapterKit): Promise<ReadonlySet<string>> {
  const canShow = kit.features.uploadFields.includes('visibility')
  const kinds = [
    { name: 'b.txt', size: 30, type: 'text/plain', visibility: 'public' },
    { name: 'a.txt', size: 10, type: 'application/pdf', visibility: 'private' },
    { name: 'c.txt', size: 200, type: 'image/png', visibility: 'public' },
  ] as const
  const ids = new Set<string>()
  for (const { visibility, ...kind } of [...kinds, ...kinds]) {
    ids.add((await kit.upload({ ...kind, ...(canShow && { request: { visibility } }) })).id)
  }
  return ids
}

function checkSorted(files: readonly StoredFile[], { key, direction }: FileSort): void {
  for (const [index, file] of files.slice(1).entries()) {
    const before = files[index]?.[key] ?? null
    const after = file[key]
    if (before === null || after === null) continue
    const isSorted = direction === 'asc' ? before <= after : before >= after
    check(isSorted, `${before} stands before ${after}`)
  }
}

/** Page by page of one file: where two are equal, each page must agree with the last on who comes first. */
async function listSingly(kit: AdapterKit, sort: FileSort): Promise<readonly string[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const answer = await kit.call('listFiles')({ limit: 1, sort, cursor }, kit.context)
    found.push(...answer.files.map(({ id }) => id))
    cursor = answer.nextCursor
  } while (cursor !== null && found.length < 100)
  return found
}

export const sortCases = (Object.keys(sortKeys) as FileSortKey[]).flatMap((key) =>
  (['asc', 'desc'] as const).map((direction): AdapterCase => ({
    name: `sorts by ${key}, ${direction}`,
    needs,
    async run(kit) {
      const sort = { key, direction }
      const own = await uploadPairs(kit)
      const found = await kit.list({ sort })
      const mine = found.filter(({ id }) => own.has(id))
      checkEqual(mine.length, own.size, 'the files found')
      checkSorted(mine, sort)
      const ids = found.map(({ id }) => id)
      checkEqual(await listSingly(kit, sort), ids.slice(0, 100), 'the files, page by page')
    },
    lacking: {
      when: ({ sortKeys: declared }) => !declared.includes(key),
      async run(kit) {
        const sort = { key, direction }
        const promise = kit.call('listFiles')({ limit: 1, sort }, kit.context)
        await checkRejects(promise, ['unsupported', 'validation'], `a sort by ${key}`)
      },
    },
  })),
)
