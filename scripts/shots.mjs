/**
 * Writes a picture of every story, light, dark, right to left and 360 px wide, and a page that shows them all. The
 * list is taken in all eight of these, 1,440 px wide.
 *
 *   pnpm shots                     all of them
 *   pnpm shots rejected            the stories with "rejected" in their id
 *   pnpm shots rejected --built    with the Storybook that was built the last time
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runOrThrow } from './consumer/run-or-throw.mjs'
import { serveFolder } from './shots/serve-folder.mjs'
import { takeShots } from './shots/take-shots.mjs'
import { writeIndex } from './shots/write-index.mjs'
import { findTool } from './test/find-tool.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'

const book = path.join(repositoryRoot, '.cache', 'storybook')
const shots = path.join(repositoryRoot, '.cache', 'shots')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'boolean', default: false } },
})
const filter = positionals.join(' ').toLowerCase()

if (!values.built) {
  const args = ['build', '--output-dir', book, '--quiet', '--test']
  await runOrThrow('built Storybook', process.execPath, [findTool('storybook'), ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  })
}
const server = await serveFolder(book)
try {
  const startedAt = Date.now()
  const taken = await takeShots(server.address, shots, filter)
  writeIndex(shots, taken)
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
  console.log(`${taken.length} pictures in ${seconds} s: ${path.join(shots, 'index.html')}`)
  if (taken.length === 0) process.exitCode = 1
} finally {
  server.close()
}
