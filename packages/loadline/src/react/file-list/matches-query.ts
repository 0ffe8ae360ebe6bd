import type { FileFilter, FileListQuery } from '../../core/index.js'
import type { OverlayEntry } from './upload-overlay.js'

/** Whether an upload belongs in the list. What cannot be told from here counts as yes: the next page decides. */
export function matchesQuery(entry: OverlayEntry, { filter }: FileListQuery): boolean {
  return filter === undefined || checks.every((check) => check(entry, filter))
}

type Check = (entry: OverlayEntry, filter: FileFilter) => boolean

const checks: readonly Check[] = [
  ({ task }, { categories }) =>
    categories === undefined || categories.includes(task.request.category ?? ''),
  ({ file }, { statuses }) =>
    statuses === undefined || file === null || statuses.includes(file.status),
  ({ task, file }, { visibility }) => {
    const known = file?.visibility ?? task.request.visibility
    return visibility === undefined || known === null || known === visibility
  },
  ({ task }, { contentTypes }) =>
    contentTypes === undefined ||
    contentTypes.some((type) =>
      type.endsWith('/*')
        ? task.contentType.startsWith(type.slice(0, -1))
        : task.contentType === type,
    ),
  ({ task }, { folderId }) => folderId === undefined || folderId === task.request.folderId,
  ({ task }, { entity }) =>
    entity === undefined ||
    task.request.associations.some(
      ({ entityName, entityReference }) =>
        entityName === entity.name && (entity.references?.includes(entityReference) ?? true),
    ),
]
