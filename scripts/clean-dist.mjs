/** Empties what a build leaves behind: the compiler does not, and a file that is gone would be published. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './toolchain/repository-root.mjs'

for (const name of ['loadline', 'server']) {
  rmSync(path.join(repositoryRoot, 'packages', name, 'dist'), { recursive: true, force: true })
}
