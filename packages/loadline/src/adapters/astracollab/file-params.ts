import { UploadError, type FileFilter, type FileQuery, type FileSortKey } from '../../core/index.js'

/** The most that one page has: more is refused. */
export const maxPageSize = 100

const sortWords: Readonly<Partial<Record<FileSortKey, string>>> = {
  name: 'name',
  size: 'size',
  createdAt: 'uploadedAt',
  updatedAt: 'updatedAt',
}

/** Groups that the vendor names as MIME types do. Its `document` is none of theirs. */
const groupWords = new Set(['image', 'video', 'audio'])

export interface FileParams {
  /** All but `page` and `limit`. */
  readonly params: Readonly<Record<string, string>>
  /** What the server cannot filter by, and each row is looked at for; `null`: nothing. */
  readonly matches: ((contentType: string) => boolean) | null
  readonly isForNothing: boolean
}

/** A query in the words of `GET /files`. @throws UploadError `unsupported` for a sort or a filter that it lacks */
export function fileParams({ search = '', filter = {}, sort }: FileQuery): FileParams {
  const { contentTypes, folderId, ...others } = filter
  refuseOthers(others)
  const groups = contentTypes === undefined ? null : [...new Set(contentTypes.map(groupOf))]
  const [first = ''] = groups ?? []
  const isOneWord = groups?.length === 1 && groupWords.has(first)
  const sortBy = sortWords[sort?.key ?? 'createdAt']
  if (sortBy === undefined) throw unsupported(`sort by "${sort?.key}"`)
  return {
    params: {
      // The vendor does not say what is first where nobody asks.
      sortBy,
      sortOrder: sort?.direction ?? 'desc',
      ...(search !== '' && { search }),
      ...(typeof folderId === 'string' && { folderId }),
      ...(isOneWord && { type: first }),
    },
    matches:
      groups === null || isOneWord ? null : (type) => groups.includes(type.split('/')[0] ?? ''),
    isForNothing: groups?.length === 0,
  }
}

function groupOf(type: string): string {
  const [, group] = /^([a-z]+)\/\*$/.exec(type) ?? []
  if (group === undefined) throw unsupported(`filter by the type "${type}": it knows groups`)
  return group
}

function refuseOthers(others: FileFilter): void {
  const other = Object.entries(others).find(([, value]) => value !== undefined)
  if (other !== undefined) throw unsupported(`filter by "${other[0]}"`)
}

function unsupported(what: string): UploadError {
  return new UploadError('unsupported', {
    message: `The astracollab adapter cannot ${what}. Look at its features first.`,
  })
}
