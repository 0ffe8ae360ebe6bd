import type { ComponentType } from 'react'
import type { FileTarget } from './collect-ids.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FileSelection } from '../file-selection/file-selection.js'
import type { IconProps } from '../icons.js'

export interface FileActionDetails {
  /** What it is to be done to. Of "all that match" not all need be among the rows. */
  readonly selection: FileSelection
}

/** Something that can be done to files, in the menu of a row and in the bar of a selection. */
export interface FileAction {
  /**
   * Of ours: `open`, `download`, `copy-link`, `rename`, `make-public`, `make-private`, `move`, `category`, `attach`,
   * `details`, `delete`.
   */
  readonly id: string
  readonly label: string
  readonly icon?: ComponentType<IconProps> | undefined
  readonly isDestructive?: boolean | undefined
  /** Default: always. */
  readonly isAvailable?:
    | ((rows: readonly FileRow[], details: FileActionDetails) => boolean)
    | undefined
  readonly onAction: (rows: readonly FileRow[], details: FileActionDetails) => void
}

/** Files, and what a list has selected of them. */
export interface ActionTarget extends FileActionDetails {
  readonly rows: readonly FileRow[]
}

export function availableActions(
  actions: readonly FileAction[],
  { rows, selection }: ActionTarget,
): readonly FileAction[] {
  return actions.filter(({ isAvailable }) => isAvailable?.(rows, { selection }) ?? true)
}

/** All that match where these are selected, else the files themselves. */
export function targetOf({ rows, selection }: ActionTarget): FileTarget {
  if (selection.kind === 'all') return selection
  const listed = rows.flatMap((row) => (row.kind === 'stored' ? [row.file.id] : []))
  return [...new Set([...selection.ids, ...listed])]
}
