import { z } from '@hono/zod-openapi'
import type { FileRow } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import { fileSort, type SortName } from './file-sort.js'

/** The last row of a page: the next one starts after it, whatever came and went meanwhile. */
export interface FileCursor {
  readonly value: string
  readonly id: string
}

const cursorShape = z.tuple([z.string(), z.string(), z.uuid()])

export function writeFileCursor(sort: SortName, row: FileRow): string {
  const text = JSON.stringify([sort, fileSort(sort).read(row), row.id])
  return Buffer.from(text).toString('base64url')
}

/** @throws ProblemError where it is none, or belongs to another sort. */
export function readFileCursor(sort: SortName, cursor: string): FileCursor {
  const parsed = cursorShape.safeParse(decode(cursor))
  if (parsed.success) {
    const [madeFor, value, id] = parsed.data
    if (madeFor === sort && fileSort(sort).accepts(value)) return { value, id }
  }
  const details = { reason: 'cursor-invalid' }
  throw new ProblemError(422, 'validation', 'The cursor is not of this list.', details)
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
