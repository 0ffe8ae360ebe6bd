/**
 * What the browser loads before anything happens, for each budget: minified and gzipped, lazy pieces left out and shown
 * beside. Reads the source, so that it needs no build. Ends with 1 where a budget is passed.
 */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions } from 'vite'

const kB = 1_000
const peers = [/^react(?:-dom)?(?:\/|$)/, /^@tanstack\/react-query$/]

/** Why each is what it is stands in docs/decisions. */
const budgets = [
  { name: 'the engine', code: "export { createUploadQueue } from 'loadline/core'", limit: 22 * kB },
  {
    name: 'the upload components',
    code: "export { FilesProvider, FileUpload, FileDropzone, FileActiveUploads } from 'loadline'",
    limit: 58.5 * kB,
  },
  { name: 'all of loadline', code: "export * from 'loadline'", limit: 77.5 * kB },
  { name: 'a language', code: "export { de } from 'loadline/locales/de'", limit: 6 * kB },
  { name: 'the rest adapter', code: "export * from 'loadline/adapters/rest'", limit: 28 * kB },
  {
    name: 'the presigned adapter',
    code: "export * from 'loadline/adapters/presigned'",
    limit: 25 * kB,
  },
]

let isOver = false
for (const { name, code, limit } of budgets) {
  const { initial, lazy } = await sizesOf(code)
  isOver ||= initial > limit
  const verdict = initial > limit ? 'OVER' : 'ok'
  const rest = lazy === 0 ? '' : `, and ${show(lazy)} lazy`
  console.log(`${verdict.padEnd(5)}${name}: ${show(initial)} of ${show(limit)}${rest}`)
}
process.exitCode = isOver ? 1 : 0

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
        preserveEntrySignatures: 'strict',
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
