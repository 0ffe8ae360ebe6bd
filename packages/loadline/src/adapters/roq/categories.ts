import {
  readShape,
  UploadError,
  type CallContext,
  type FileCategory,
  type UploadRequest,
} from '../../core/index.js'
import { listCategoriesOperation } from './operations.js'
import { readCategory } from './read-category.js'
import type { RoqClient } from './roq-client.js'

const pageSize = 100

/** What categories allow: known before a file is created, so that nothing has to be given up that never could be. */
export class RoqCategories {
  readonly #client: RoqClient
  #known: Promise<readonly FileCategory[]> | null = null

  constructor(client: RoqClient) {
    this.#client = client
  }

  async list(ctx: CallContext): Promise<readonly FileCategory[]> {
    const found: FileCategory[] = []
    for (let total = 1; found.length < total;) {
      const variables = { limit: pageSize, offset: found.length }
      const { value } = await this.#client.ask(listCategoriesOperation, variables, ctx)
      const page = readShape(value, 'categories')
      const rows = page.list('data').map(readCategory)
      if (rows.length === 0) break
      found.push(...rows)
      total = page.count('totalCount')
    }
    return found
  }

  /**
   * Whether a file may be created in a category. What was known before is asked anew before it refuses. Where
   * categories may not be read, ROQ and the storage decide.
   * @throws UploadError `too-large`, `type-not-allowed`
   */
  async check(request: UploadRequest, key: string): Promise<void> {
    const wasKnown = this.#known !== null
    const error = refusalOf(await this.#read(), request, key)
    if (error === null) return
    if (!wasKnown) throw error
    this.#known = null
    const later = refusalOf(await this.#read(), request, key)
    if (later !== null) throw later
  }

  /** Shared by all who ask: not ended with the first of them. */
  #read(): Promise<readonly FileCategory[]> {
    this.#known ??= this.list({ signal: new AbortController().signal }).catch(() => {
      this.#known = null
      return []
    })
    return this.#known
  }
}

function refusalOf(
  categories: readonly FileCategory[],
  { size, contentType }: UploadRequest,
  key: string,
): UploadError | null {
  const category = categories.find((one) => one.key === key)
  const { maxSize = null, contentTypes = null } = category ?? {}
  if (maxSize !== null && size > maxSize) {
    const message = `${size} bytes; the category takes ${maxSize}.`
    return new UploadError('too-large', { message, details: { maxSize } })
  }
  const [type = ''] = contentType.toLowerCase().split(';')
  const isAllowed = contentTypes === null || contentTypes.some((one) => isOfType(type, one))
  return isAllowed
    ? null
    : new UploadError('type-not-allowed', { message: `The category does not take ${type}.` })
}

function isOfType(type: string, wanted: string): boolean {
  const lower = wanted.toLowerCase()
  return lower.endsWith('/*') ? type.startsWith(lower.slice(0, -1)) : type.trim() === lower
}
