import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../toolchain/repository-root.mjs'

/** The first example of the README: what it promises is what the consumer's page is made of. */
export function readReadmeExample() {
  const readme = readFileSync(path.join(repositoryRoot, 'README.md'), 'utf8')
  const example = /```tsx\n([\s\S]*?)```/.exec(readme)?.[1]
  if (example === undefined) throw new Error('README.md has no tsx example.')
  return example
}
