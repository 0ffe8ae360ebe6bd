import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload', 'listFiles'] as const

const lacking: NonNullable<AdapterCase['lacking']> = {
  when: ({ search }) => search === false,
  async run(kit) {
    const listed = kit.call('listFiles')({ limit: 1, search: 'a' }, kit.context)
    await checkRejects(listed, ['unsupported'], 'a search')
  },
}

async function checkFinds(kit: AdapterKit, search: string, id: string, not: string): Promise<void> {
  const ids = new Set((await kit.list({ search })).map((file) => file.id))
  check(ids.has(id), `"${search}" did not find the file`)
  check(!ids.has(not), `"${search}" found a file that does not match`)
}

export const searchCases: readonly AdapterCase[] = [
  {
    name: 'searches in names',
    needs,
    async run(kit) {
      const word = crypto.randomUUID().slice(0, 8)
      const wanted = await kit.upload({ name: `report ${word}.txt` })
      const other = await kit.upload({ name: 'another.txt' })
      await checkFinds(kit, word, wanted.id, other.id)
    },
    lacking,
  },
  {
    name: 'searches for a text, not for a pattern',
    needs,
    async run(kit) {
      const wanted = await kit.upload({ name: '100%_a.b.txt' })
      const other = await kit.upload({ name: '1000xaxb.txt' })
      for (const search of ['0%_', 'a.b']) await checkFinds(kit, search, wanted.id, other.id)
    },
    lacking,
  },
  {
    name: 'searches, filters and sorts at once',
    needs,
    async run(kit) {
      const word = crypto.randomUUID().slice(0, 8)
      const [big, small] = [
        await kit.upload({ name: `${word} big.png`, type: 'image/png', size: 2_000 }),
        await kit.upload({ name: `${word} small.png`, type: 'image/png', size: 10 }),
      ]
      await kit.upload({ name: `${word}.txt`, type: 'text/plain' })
      await kit.upload({ name: 'other.png', type: 'image/png' })
      const wanted = kit.features.contentTypeFilter === 'group' ? 'image/*' : 'image/png'
      const found = await kit.list({
        search: word,
        filter: { contentTypes: [wanted] },
        sort: { key: 'size', direction: 'asc' },
      })
      checkEqual(
        found.map(({ id }) => id),
        [small.id, big.id],
        'the files',
      )
    },
    lacking: {
      when: ({ search, filters, sortKeys }) =>
        search === false || !filters.includes('contentTypes') || !sortKeys.includes('size'),
      run: async (kit) => void (await kit.ids()),
    },
  },
]
