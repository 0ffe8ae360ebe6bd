'use client'

import { useState } from 'react'
import type { FileRow } from '../file-list/merge-rows.js'
import { allColumns, type FileColumnKey, type ListColumn } from './file-column.js'

/**
 * The columns of a table: those that the application chose, or all that a file among the rows has something for. One
 * that was there once stays.
 */
export function useFileColumns(
  chosen: readonly ListColumn[] | undefined,
  rows: readonly FileRow[],
): readonly ListColumn[] {
  const filled = useFilledColumns(rows)
  const wanted = chosen ?? filled
  const [kept, setKept] = useState(wanted)
  const isSame =
    kept.length === wanted.length && kept.every((column, index) => column === wanted[index])
  if (isSame) return kept
  setKept(wanted)
  return wanted
}

const always: readonly FileColumnKey[] = ['status', 'size', 'createdAt']

function useFilledColumns(rows: readonly FileRow[]): readonly FileColumnKey[] {
  const [filled, setFilled] = useState(always)
  const missing = allColumns.filter(
    (key) => !filled.includes(key) && rows.some((row) => isFilled(row, key)),
  )
  if (missing.length === 0) return filled
  const next = allColumns.filter((key) => filled.includes(key) || missing.includes(key))
  setFilled(next)
  return next
}

function isFilled(row: FileRow, key: FileColumnKey): boolean {
  return row.kind === 'stored' && row.file[key] !== null
}
