import type { CSSProperties } from 'react'
import { columnId, type FileColumnKey, type ListColumn } from './file-column.js'

const blankInUploads: ReadonlySet<ListColumn> = new Set(['category', 'visibility'])

/**
 * The widths of the columns, for the grid around the rows. How wide each is, and whether there is room for it, is said
 * by the style sheet (`--_w-status`); `--_own-off` takes away those of the application. Into columns of which an upload
 * knows nothing its status may run.
 */
export function columnTracks(columns: readonly ListColumn[]): CSSProperties {
  const tracks = columns.map((column) =>
    typeof column === 'string'
      ? `var(--_w-${nameOf(column)})`
      : `var(--_own-off, ${String(column.width ?? 112)}px)`,
  )
  const after = columns.slice(columns.indexOf('status') + 1)
  const end = after.findIndex((column) => !blankInUploads.has(column))
  const blank = after.slice(0, end === -1 ? after.length : end)
  const spill = blank.map((column) => ` + var(--_s-${columnId(column)})`).join('')
  return { '--_tracks': tracks.join(' '), '--_spill': `calc(0px${spill})` } as CSSProperties
}

const names: Readonly<Partial<Record<FileColumnKey, string>>> = {
  createdBy: 'user',
  createdAt: 'added',
}

function nameOf(key: FileColumnKey): string {
  return names[key] ?? key
}
