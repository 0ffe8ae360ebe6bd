import { supports, uploadFile, type FileAdapter } from 'loadline/core'
import { sampleFiles, sampleFolders, type SampleFile } from './sample-files.js'

/**
 * Fills a backend that has no files yet, by the adapters of the demo's people; one adapter where it knows none. What the
 * backend cannot keep is left out. Answers how many files it stored: 0 where there were some.
 */
export async function storeSamples(people: readonly FileAdapter[]): Promise<number> {
  const [first] = people
  if (first === undefined || !supports(first, 'listFiles')) return 0
  const ctx = { signal: new AbortController().signal }
  const { files } = await first.listFiles({ limit: 1 }, ctx)
  if (files.length > 0) return 0
  const folderIds = new Map<string, string>()
  if (supports(first, 'createFolder')) {
    for (const name of sampleFolders) {
      const { id } = await first.createFolder({ name, parentId: null }, ctx)
      folderIds.set(name, id)
    }
  }
  // One after the other: the list shows them in this order.
  for (const sample of sampleFiles.toReversed())
    await store(people[(sample.person ?? 1) - 1] ?? first, sample, folderIds)
  return sampleFiles.length
}

async function store(
  adapter: FileAdapter,
  sample: SampleFile,
  folderIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { uploadFields } = adapter.features
  const file = new File([await sample.make()], sample.name, { type: sample.contentType })
  const fields = {
    category: sample.category,
    folderId: folderIds.get(sample.folder ?? '') ?? null,
    visibility: sample.isPublic === true ? 'public' : 'private',
    associations:
      sample.workOrder === undefined
        ? []
        : [{ entityName: 'work-order', entityReference: sample.workOrder }],
  } as const
  const known = Object.entries(fields).filter(([name]) => uploadFields.some((one) => one === name))
  await uploadFile(adapter, file, Object.fromEntries(known))
}
