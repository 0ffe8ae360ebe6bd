'use client'

import type { FileListQuery } from '../../core/index.js'
import { useControlled } from '../hooks/use-controlled.js'
import type { FileListProps } from './file-list-props.js'

const allFiles: FileListQuery = {}

/** What the reader asks for. `onQuery`: `null` where the application alone decides. */
export function useListQuery({
  query: given,
  defaultQuery = allFiles,
  onQueryChange,
}: Pick<FileListProps, 'query' | 'defaultQuery' | 'onQueryChange'>) {
  const [query, change] = useControlled(given, () => defaultQuery, onQueryChange)
  const isFixed = given !== undefined && onQueryChange === undefined
  const onQuery = isFixed ? null : (next: FileListQuery): void => change(next, undefined)
  return { query, onQuery }
}
