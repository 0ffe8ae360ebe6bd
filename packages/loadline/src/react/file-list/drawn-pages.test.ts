import { expect, it } from 'vitest'
import { storedFile, type FilePageData } from '../../core/index.js'
import { DrawnPages } from './drawn-pages.js'

const root = { listKey: 'all', folderId: null }

const file = (name: string, updatedAt: string | null = null) =>
  storedFile({ id: name, name, size: 1, updatedAt })

const page = (...files: FilePageData['files']): FilePageData => ({
  files,
  total: null,
  nextCursor: null,
  requestedAt: 0,
})

const [one, two] = [page(file('a'), file('b')), page(file('c'))]

function drawn(pages: readonly FilePageData[], list: typeof root = root) {
  const kept = new DrawnPages(list)
  const last = kept.next(list, pages, true)
  kept.keep(last)
  return { kept, last }
}

const names = ({ files }: Pick<FilePageData, 'files'>) => files.map(({ name }) => name).join('')

it('is the same object as long as the pages are the same', () => {
  const { kept, last } = drawn([one, two])
  expect(kept.next(root, [one, two], true)).toBe(last)
  expect(names(last)).toBe('abc')
})

it('holds what later pages held until they follow an earlier one that changed', () => {
  const { kept } = drawn([one, two])
  const changed = page(file('z'), file('a'))
  expect(names(kept.next(root, [changed], false))).toBe('zacb')
  expect(names(kept.next(root, [changed, page(file('b'), file('c'))], true))).toBe('zabc')
})

it('shows what was found last while another search of the same folder is on its way', () => {
  const { kept, last } = drawn([one])
  const search = { listKey: 'search', folderId: undefined }
  expect(kept.next({ ...root, ...search }, [], false)).toBe(last)
  expect(names(kept.next({ ...root, ...search }, [two], true))).toBe('c')
})

it('shows nothing of another folder', () => {
  const { kept } = drawn([one])
  expect(names(kept.next({ listKey: 'fruit', folderId: 'fruit' }, [], false))).toBe('')
})

it('takes the newer word of a file that is on two pages, in its first place', () => {
  const old = file('a', '2026-01-01T00:00:00Z')
  const newer = { ...old, name: 'A', updatedAt: '2026-01-02T00:00:00Z' }
  expect(names(drawn([page(old), page(file('b'), newer)]).last)).toBe('Ab')
  expect(names(drawn([page(newer), page(file('b'), old)]).last)).toBe('Ab')
})
