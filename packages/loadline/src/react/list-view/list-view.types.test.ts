import type { Dispatch, SetStateAction } from 'react'
import { expectTypeOf, it } from 'vitest'
import type { FileColumn } from '../file-columns/file-column.js'
import type { FileListProps } from '../file-list/file-list.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FileRowProps } from '../file-list/render-file-row.js'
import type { FileView } from './list-view.js'

it('takes a setter of state for the view', () => {
  expectTypeOf<Dispatch<SetStateAction<FileView>>>().toExtend<FileListProps['onViewChange']>()
  expectTypeOf<'list'>().not.toExtend<FileListProps['view']>()
})

it('takes columns by their names and of the application, as they stand in it', () => {
  const revision: FileColumn = {
    id: 'revision',
    header: 'Revision',
    cell: (row) => (row.kind === 'stored' ? row.file.contentType : null),
  }
  const columns = ['status', revision, 'size'] as const
  expectTypeOf(columns).toExtend<FileListProps['columns']>()
  expectTypeOf<readonly ['owner']>().not.toExtend<FileListProps['columns']>()
  // The name is always there.
  expectTypeOf<readonly ['name']>().not.toExtend<FileListProps['columns']>()
})

it('gives a row what an element can be spread with', () => {
  type RenderRow = NonNullable<FileListProps['renderRow']>
  expectTypeOf<Parameters<RenderRow>>().toEqualTypeOf<[FileRowProps, FileRow]>()
  expectTypeOf<FileRowProps['ref']>().toBeCallableWith(null)
  expectTypeOf<FileRowProps>().toExtend<React.JSX.IntrinsicElements['div']>()
})
