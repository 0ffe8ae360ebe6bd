/**
 * What each list query of the components costs over 50,000 files, as a ratio to its own SQL (page and
 * total) run straight on the database in the same run: `pnpm bench:list`. Ends with 1 over the budget.
 */
import { serve } from '@hono/node-server'
import type { ListFilesAnswer } from 'loadline/protocol'
import { openTestDatabase } from '../testing/test-database.js'
import { startTestStore } from '../testing/test-backend.js'
import { seedFiles } from '../testing/seed/seed-files.js'
import { serveDatabase } from '../src/serve-database.js'

const count = 50_000
const rounds = 15
const budget = 10

const queries: Readonly<Record<string, string>> = {
  'newest first': '',
  'oldest first': 'sort=createdAt',
  'by name': 'sort=name',
  'by size, largest': 'sort=-size',
  'by type': 'sort=contentType',
  'by change': 'sort=-updatedAt',
  'by status': 'sort=status',
  'by visibility': 'sort=-visibility',
  'page of 200': 'limit=200',
  'far page by offset': 'offset=40000',
  'one category': 'category=USER_FILES',
  'one type': 'contentType=image/png',
  'a group of types': 'contentType=image/*&sort=name',
  'errors only': 'status=error',
  'public only': 'visibility=public',
  'the root': 'folderId=',
  'one entity': 'entityName=project&entityReference=p-7',
  'one creator': 'createdBy=demo',
  'one month': 'createdAfter=2025-03-01T00:00:00Z&createdBefore=2025-04-01T00:00:00Z',
  'rare search': 'search=4711',
  'broad search': 'search=o',
  'search, by name': 'search=kyōto&sort=name',
  'search in a category': 'search=invoice&category=USER_FILES',
}

interface Statement {
  run(): Promise<unknown>
}

const disk = await startTestStore()
const database = await openTestDatabase()
await seedFiles(database.db, {
  count,
  owner: { id: 'demo', name: 'Demo user' },
  categories: ['USER_FILES', 'REPORTS'],
  now: Date.UTC(2026, 0, 1),
})
const server = await serveDatabase(database, {
  store: disk.store,
  identify: () => ({ id: 'demo', name: 'Demo user' }),
})
const statements = recordStatements(database.db.$client)
const http = serve({ fetch: server.fetch, hostname: '127.0.0.1', port: 0 })
await new Promise((resolve) => http.once('listening', resolve))
const address = http.address()
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`

let isOver = false
print('query', 'rows', 'answer', 'its SQL', 'ratio')
for (const [name, query] of [
  ...Object.entries(queries),
  ['next page', await nextPage()] as const,
]) {
  const total = await ask(query)
  const own = statements.take()
  const answers: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    answers.push(await time(() => ask(query)))
    floors.push(await time(() => runAll(own)))
    statements.take()
  }
  const ratio = median(answers) / median(floors)
  isOver ||= ratio > budget
  print(name, String(total), ms(median(answers)), ms(median(floors)), ratio.toFixed(1))
}
process.stdout.write(`Budget ${budget}: ${isOver ? 'over' : 'kept'}.\n`)
http.close()
await server.close()
await disk.close()
process.exitCode = isOver ? 1 : 0

async function ask(query: string): Promise<number> {
  return (await list(query)).total
}

async function nextPage(): Promise<string> {
  const { nextCursor } = await list('sort=name')
  return `sort=name&cursor=${nextCursor}`
}

async function list(query: string): Promise<ListFilesAnswer> {
  const answer = await fetch(`${base}/files?${query}`)
  if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as ListFilesAnswer
}

/** What goes to the database, so that it can be run again without us. */
function recordStatements(client: typeof database.db.$client) {
  let taken: Statement[] = []
  const query = client.query.bind(client)
  client.query = ((...args: Parameters<typeof query>) => {
    taken.push({ run: () => query(...args) })
    return query(...args)
  }) as typeof query
  return {
    take: () => {
      const own = taken
      taken = []
      return own
    },
  }
}

async function runAll(own: readonly Statement[]): Promise<void> {
  for (const statement of own) await statement.run()
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`
}

function print(name: string, ...cells: readonly string[]): void {
  process.stdout.write(`${name.padEnd(24)}${cells.map((cell) => cell.padStart(11)).join('')}\n`)
}
