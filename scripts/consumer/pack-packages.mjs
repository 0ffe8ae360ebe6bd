import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../toolchain/repository-root.mjs'
import { runOrThrow } from './run-or-throw.mjs'

/**
 * Packs both packages as they would be published.
 * @param {string} folder where the tarballs go
 * @returns {Promise<Readonly<Record<string, string>>>} their files by the packages' names
 */
export async function packPackages(folder) {
  /** @type {Record<string, string>} */
  const tarballs = {}
  for (const name of ['loadline', 'server']) {
    const cwd = path.join(repositoryRoot, 'packages', name)
    const manifest = /** @type {{ name: string, version: string }} */ (
      JSON.parse(readFileSync(path.join(cwd, 'package.json'), 'utf8'))
    )
    await runOrThrow(`packed ${manifest.name}`, 'pnpm', ['pack', '--pack-destination', folder], {
      cwd,
      shell: process.platform === 'win32',
    })
    tarballs[manifest.name] = path.join(folder, `${manifest.name}-${manifest.version}.tgz`)
  }
  return tarballs
}
