import { randomUUID } from 'node:crypto'
import type { RoqCategory, RoqSettings } from './roq-options.js'
import type {
  AssociationRow,
  CategoryRow,
  ContentGroupRow,
  FileRow,
  StoredObject,
  UserRow,
} from './roq-rows.js'

/** Of the service account, whose token sees everything. */
export const serviceAccountId = '00000000-0000-4000-8000-000000000001'

/** The server's own time, which a test can move on. */
class MovableClock {
  #aheadMs = 0

  /** Epoch ms. */
  now(): number {
    return Date.now() + this.#aheadMs
  }

  advance(ms: number): void {
    this.#aheadMs += ms
  }
}

/** All that one environment holds. Maps keep the order in which rows came. */
export class RoqState {
  readonly settings: RoqSettings
  readonly clock = new MovableClock()
  readonly bucket: string
  readonly users = new Map<string, UserRow>()
  readonly categories: readonly CategoryRow[]
  readonly files = new Map<string, FileRow>()
  /** Of files, those that are gone included. */
  readonly createdIds: string[] = []
  readonly associations = new Map<string, AssociationRow>()
  /** By key. */
  readonly objects = new Map<string, StoredObject>()

  constructor(settings: RoqSettings) {
    this.settings = settings
    this.bucket = `${settings.environmentId}-environment-bucket`
    this.categories = settings.categories.map((one) => this.#categoryRow(one))
  }

  newRow(): { readonly id: string; readonly createdAt: number; readonly updatedAt: number } {
    const now = this.clock.now()
    return { id: randomUUID(), createdAt: now, updatedAt: now }
  }

  addUser(firstName: string): UserRow {
    const row = this.newRow()
    const user: UserRow = {
      ...row,
      reference: row.id,
      email: `${firstName.toLowerCase()}@example.com`,
      firstName,
      lastName: null,
      avatarUrl: null,
    }
    this.users.set(user.id, user)
    return user
  }

  changeFile(file: FileRow, changes: Partial<FileRow>): FileRow {
    const changed = { ...file, ...changes, updatedAt: this.clock.now() }
    this.files.set(file.id, changed)
    return changed
  }

  #categoryRow(category: RoqCategory): CategoryRow {
    const { key, name = key, maxSize = 20_000_000, isPublicByDefault = true } = category
    const contentGroups = Object.entries(category.contentGroups ?? {}).map(
      ([group, types]): ContentGroupRow => {
        const row = this.newRow()
        const contentTypes = types.map((type) => ({
          ...this.newRow(),
          key: type,
          name: type,
          fileCategoryContentGroupId: row.id,
        }))
        return { ...row, key: group, name: group, contentTypes }
      },
    )
    return { ...this.newRow(), key, name, maxSize, isPublicByDefault, contentGroups }
  }
}
