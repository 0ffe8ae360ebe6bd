import type { FileAdapter, FileCategory, OptionalMethods } from '../../../core/index.js'
import { createMemoryBackend, type MemoryBackend } from '../../memory/memory-backend.js'
import { sendWith } from '../send-with.js'
import { runAdapterCase } from './adapter-case.js'
import { adapterCases } from './adapter-cases.js'

/** What is wrong with a copy of the memory adapter. */
export interface PlantedBug {
  readonly name: string
  /** Cases that must find it; others may too. */
  readonly foundBy: readonly string[]
  plant(
    real: OptionalMethods,
    backend: MemoryBackend,
    features: FileAdapter['features'],
  ): Partial<FileAdapter>
}

const category: FileCategory = {
  id: 'category-1',
  key: 'USER_FILES',
  name: 'User files',
  maxSize: null,
  contentTypes: null,
  defaultVisibility: null,
}

/** The names of the cases that a copy of the memory adapter with this bug fails. */
export async function findFailures(bug: Pick<PlantedBug, 'plant'>): Promise<readonly string[]> {
  const subject = {
    createAdapter() {
      const backend = createMemoryBackend({ partSize: 400, categories: [category] })
      const real = backend.adapter
      const planted = bug.plant(real as unknown as OptionalMethods, backend, real.features)
      const adapter = { ...real, ...planted } as FileAdapter
      return Promise.resolve({ adapter, send: sendWith(backend.transports) })
    },
  }
  const cases = Object.values(adapterCases).flat()
  const results = await Promise.allSettled(cases.map((one) => runAdapterCase(one, subject)))
  return cases.flatMap(({ name }, index) => (results[index]?.status === 'rejected' ? [name] : []))
}
