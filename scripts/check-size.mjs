/**
 * What the browser loads before anything happens, for each budget: minified and gzipped, lazy pieces left out and shown
 * beside. It is built as an application is, by Vite's defaults: the entry uses what it imports and exports nothing, so
 * that what it shares with lazy pieces stays in it. Reads the source, so that it needs no build. Ends with 1 where a
 * budget is passed.
 */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions } from 'vite'

const kB = 1_000
const peers = [/^react(?:-dom)?(?:\/|$)/, /^@tanstack\/react-query$/]

/** Why each is what it is stands in docs/decisions. */
const budgets = [
  { name: 'the engine', door: 'loadline/core', names: ['createUploadQueue'], limit: 22.1 * kB },
  {
    name: 'the upload components',
    door: 'loadline',
    names: ['FilesProvider', 'FileUpload', 'FileDropzone', 'FileActiveUploads'],
    limit: 53 * kB,
  },
  { name: 'all of loadline', door: 'loadline', limit: 83.9 * kB },
  { name: 'a language', door: 'loadline/locales/de', names: ['de'], limit: 6 * kB },
  { name: 'the rest adapter', door: 'loadline/adapters/rest', limit: 28 * kB },
  {
    name: 'the presigned adapter',
    door: 'loadline/adapters/presigned',
    limit: 25 * kB,
  },
  {
    name: 'the AstraCollab adapter',
    door: 'loadline/adapters/astracollab',
    limit: 28.5 * kB,
  },
  { name: 'the roq adapter', door: 'loadline/adapters/roq', limit: 29.7 * kB },
  {
    name: 'the Rocket.Chat adapter',
    door: 'loadline/adapters/rocketchat',
    limit: 29.7 * kB,
  },
]

let isOver = false
for (const { name, door, names, limit } of budgets) {
  const { initial, lazy } = await sizesOf(pageThatUses(door, names))
  isOver ||= initial > limit
  const verdict = initial > limit ? 'OVER' : 'ok'
  const rest = lazy === 0 ? '' : `, and ${show(lazy)} lazy`
  console.log(`${verdict.padEnd(5)}${name}: ${show(initial)} of ${show(limit)}${rest}`)
}
process.exitCode = isOver ? 1 : 0

/**
 * @param {string} door
 * @param {readonly string[]} [names] without them: all
 */
function pageThatUses(door, names) {
  const what = names === undefined ? '* as kept' : `{ ${names.join(', ')} }`
  const kept = names === undefined ? 'kept' : `[${names.join(', ')}]`
  return `import ${what} from '${door}'; globalThis.kept = ${kept}`
}

/** @param {string} code */
async function sizesOf(code) {
  const entry = 'virtual:entry'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('..', import.meta.url)),
    resolve: { conditions: ['loadline-source', ...defaultClientConditions] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        external: (id) => peers.some((peer) => peer.test(id)),
      },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const chunks = new Map(
    outputs.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk]] : [])),
  )
  const initial = new Set()
  const visit = (/** @type {string} */ fileName) => {
    const chunk = chunks.get(fileName)
    if (chunk === undefined || initial.has(fileName)) return
    initial.add(fileName)
    for (const next of chunk.imports) visit(next)
  }
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName)
  let first = 0
  let later = 0
  for (const [fileName, chunk] of chunks) {
    const size = gzipSync(chunk.code, { level: 9 }).length
    if (initial.has(fileName)) first += size
    else later += size
  }
  return { initial: first, lazy: later }
}

/** @param {number} bytes */
function show(bytes) {
  return `${(bytes / kB).toFixed(1)} kB`
}
