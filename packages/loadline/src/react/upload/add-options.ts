import type { AddOptions } from '../../core/index.js'

/** What of a component's props is for `queue.add`. */
export function addOptionsOf(props: AddOptions): AddOptions {
  const { accept, minSize, maxSize, maxFiles, maxTotalSize, duplicates } = props
  const { category, folderId, visibility, associations, metadata, isDraft, scope } = props
  const { prepareFile, validate } = props
  return {
    ...{ accept, minSize, maxSize, maxFiles, maxTotalSize, duplicates },
    ...{ category, folderId, visibility, associations, metadata, isDraft, scope },
    ...{ prepareFile, validate },
  }
}
