import { supports, type FileAdapter } from '../../core/index.js'
import type { Choice } from './choose-dialog.js'

/** A backend with more folders needs a picker of its own. */
const mostFolders = 500

/** The root and every folder below it, named by their path. */
export async function listDestinations(
  adapter: FileAdapter,
  rootName: string,
  signal: AbortSignal,
): Promise<readonly Choice<string | null>[]> {
  const choices: Choice<string | null>[] = [{ id: '', label: rootName, value: null }]
  if (!supports(adapter, 'listFolders')) return choices
  const parents: (string | null)[] = [null]
  for (const parent of parents) {
    if (choices.length > mostFolders) break
    for (const { id, path } of await adapter.listFolders(parent, { signal })) {
      choices.push({ id, label: path.map(({ name }) => name).join(' / '), value: id })
      parents.push(id)
    }
  }
  return choices
}
