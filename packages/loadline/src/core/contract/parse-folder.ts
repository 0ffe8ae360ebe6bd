import { readShape } from './parse-shape.js'
import type { FileFolder, FolderStep } from './stored-file.js'

/** @throws UploadError `server` naming the field, where an answer is no folder. */
export function parseFolder(value: unknown): FileFolder {
  const shape = readShape(value, 'folder')
  return {
    id: shape.text('id'),
    name: shape.text('name'),
    parentId: shape.textOrNull('parentId'),
    path: shape.list('path').map(readStep),
  }
}

function readStep(value: unknown): FolderStep {
  const shape = readShape(value, 'folder.path')
  return { id: shape.text('id'), name: shape.text('name') }
}
