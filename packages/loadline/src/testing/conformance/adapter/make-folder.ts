import type { FileFolder } from '../../../core/index.js'
import type { AdapterKit } from './adapter-kit.js'

/** Of a name that no other has. */
export function makeFolder(kit: AdapterKit, parentId: string | null = null): Promise<FileFolder> {
  const name = `folder ${crypto.randomUUID().slice(0, 8)}`
  return kit.call('createFolder')({ name, parentId }, kit.context)
}
