import type { CollectedFile, FilesInput } from '../contract/index.js'

/** Every form in which files are given, as files with their path. */
export function collectedFiles(input: FilesInput): readonly CollectedFile[] {
  return Array.from(input as ArrayLike<File | CollectedFile>, (item) =>
    'file' in item ? item : { file: item, path: relativePathOf(item) },
  )
}

function relativePathOf(file: File): string | null {
  const path = file.webkitRelativePath
  return path === '' || path === undefined ? null : path
}
