import { readFile } from 'node:fs/promises'
import type { Category } from '../categories/category.js'
import { parseCategories } from '../categories/category-file.js'
import { StartupError } from './startup-error.js'

/**
 * Reads the file that `LOADLINE_CATEGORIES` names.
 * @throws StartupError that says what is wrong with it.
 */
export async function loadCategories(path: string): Promise<readonly Category[]> {
  try {
    return parseCategories(await readFile(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartupError(`LOADLINE_CATEGORIES: "${path}" cannot be used. ${reason}`)
  }
}
