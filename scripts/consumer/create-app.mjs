import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
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
  for (const name of appPackages) dependencies[name] = readVersion(name)
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

/**
 * The one that is used here, not the newest of its range: what a registry got overnight is no fault of a change.
 * @param {string} name
 * @returns {string}
 */
function readVersion(name) {
  const manifests = [path.join('apps', 'demo'), ''].map((folder) =>
    path.join(repositoryRoot, folder, 'node_modules', name, 'package.json'),
  )
  const manifest = manifests.find((file) => existsSync(file))
  if (manifest === undefined) throw new Error(`${name} is not installed here.`)
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(manifest, 'utf8'))
  )
  return version
}
