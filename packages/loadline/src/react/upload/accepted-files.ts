import type { FileRejection } from '../../core/index.js'

/** What is left of the files without the rejected ones, in order. One that was given twice was taken the first time. */
export function acceptedFiles(
  files: readonly File[],
  rejections: readonly FileRejection[],
): readonly File[] {
  const refused = new Map<File, number>()
  for (const { file } of rejections) refused.set(file, (refused.get(file) ?? 0) + 1)
  return files
    .toReversed()
    .filter((file) => {
      const count = refused.get(file) ?? 0
      if (count > 0) refused.set(file, count - 1)
      return count === 0
    })
    .toReversed()
}
