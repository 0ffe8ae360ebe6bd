import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { repositoryRoot } from '../toolchain/repository-root.mjs'

const library = 'packages/loadline'

const config = `import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
const conditions = ['loadline-source', ...defaultServerConditions]
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '.cache',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: [...conditions, 'node', 'module-sync'] } },
  test: {
    include: ['${library}/src/{core,testing}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    bail: 1,
    teardownTimeout: 1_000,
  },
})
`

/**
 * A copy of the library's sources outside of the checkout, with its packages linked.
 * @returns {Promise<{ readonly path: string, remove(): void }>}
 */
export async function createCopy() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'loadline-mutants-'))
  const inCopy = path.join(folder, library)
  mkdirSync(inCopy, { recursive: true })
  for (const name of ['package.json', 'tsconfig.base.json']) {
    cpSync(path.join(repositoryRoot, name), path.join(folder, name))
  }
  for (const name of ['package.json', 'tsconfig.json', 'src']) {
    cpSync(path.join(repositoryRoot, library, name), path.join(inCopy, name), { recursive: true })
  }
  linkPackages(path.join(repositoryRoot, 'node_modules'), path.join(folder, 'node_modules'))
  linkPackages(
    path.join(repositoryRoot, library, 'node_modules'),
    path.join(inCopy, 'node_modules'),
  )
  // The tests' own import of the library must not lead back to the checkout.
  const own = path.join(folder, 'node_modules', 'loadline')
  rmSync(own, { force: true })
  symlinkSync(inCopy, own, 'junction')
  writeFileSync(path.join(folder, 'vitest.config.mjs'), config)
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkPackages(from, to) {
  mkdirSync(to)
  for (const name of readdirSync(from).filter((one) => !one.startsWith('.'))) {
    symlinkSync(path.join(from, name), path.join(to, name), 'junction')
  }
}
