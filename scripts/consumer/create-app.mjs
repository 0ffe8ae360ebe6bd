import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../toolchain/repository-root.mjs'
import { readReadmeExample } from './read-readme-example.mjs'

const appPackages = [
  '@tanstack/react-query',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  '@vitejs/plugin-react',
  'react',
  'react-dom',
  'typescript',
  'vite',
]

/**
 * A fresh Vite app that knows the packages only as tarballs.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} tarballs
 */
export function createApp(folder, tarballs) {
  cpSync(path.join(repositoryRoot, 'scripts', 'consumer', 'template'), folder, { recursive: true })
  writeFileSync(path.join(folder, 'src', 'files.tsx'), readReadmeExample())
  /** @type {Record<string, string>} */
  const dependencies = {}
  for (const [name, file] of Object.entries(tarballs)) dependencies[name] = `file:${file}`
  for (const name of appPackages) dependencies[name] = readCatalogRange(name)
  const manifest = {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies,
    // The server asks for `loadline` by version: it must get the tarball, not what a registry may hold.
    overrides: { loadline: '$loadline' },
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
}

/** @param {string} name */
function readCatalogRange(name) {
  const workspace = readFileSync(path.join(repositoryRoot, 'pnpm-workspace.yaml'), 'utf8')
  const line = workspace
    .split('\n')
    .find((text) => text.trim().replaceAll("'", '').startsWith(`${name}: `))
  if (line === undefined) throw new Error(`The catalog has no ${name}.`)
  return line.slice(line.lastIndexOf(': ') + 2).trim()
}
