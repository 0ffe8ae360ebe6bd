import type { FilePageData, StoredFile } from '../../core/index.js'
import { isNewer } from './merge-rows.js'

/** Which list they are of. */
export interface PagesOf {
  readonly listKey: string
  readonly folderId: string | null | undefined
}

export interface LoadedPages extends PagesOf {
  readonly pages: readonly FilePageData[]
  readonly files: readonly StoredFile[]
}

export const noPages: LoadedPages = { listKey: '', folderId: undefined, pages: [], files: [] }

/** What a list has drawn last, and what comes after it. */
export class DrawnPages {
  #last: LoadedPages

  constructor(list: PagesOf) {
    this.#last = { ...list, pages: [], files: [] }
  }

  keep(pages: LoadedPages): void {
    this.#last = pages
  }

  /**
   * While later pages follow an earlier one that changed, what they held before stays; and while another search or
   * order of the same folder is on its way, what the last one found.
   */
  next(list: PagesOf, pages: readonly FilePageData[], isComplete: boolean): LoadedPages {
    const last = this.#last
    const isSameList = last.listKey === list.listKey
    // From the root a search looks into all folders.
    const isSamePlace = (last.folderId ?? null) === (list.folderId ?? null)
    const canStay = !isSameList && isSamePlace && last.pages.length > 0
    if (canStay && pages.length === 0) return last

    const known = isSameList ? last.pages : []
    const shown = isComplete ? pages : [...pages, ...known.slice(pages.length)]
    if (isSameList && isSame(shown, last.pages)) return last

    const carried = isComplete || !isSameList ? [] : last.files
    const files = withoutDoubles([...shown.flatMap((page) => page.files), ...carried])
    return { ...list, pages: shown, files }
  }
}

function isSame(one: readonly FilePageData[], other: readonly FilePageData[]): boolean {
  return one.length === other.length && one.every((page, index) => page === other[index])
}

/** A file that moved between two requests is on both pages: the newer word counts, in the first place. */
function withoutDoubles(files: readonly StoredFile[]): readonly StoredFile[] {
  const byId = new Map<string, StoredFile>()
  for (const file of files) {
    const known = byId.get(file.id)
    if (known === undefined || isNewer(file, known)) byId.set(file.id, file)
  }
  return [...byId.values()]
}
