import type { AdapterFeatures, AdapterMethod, FileAdapter } from '../../../core/index.js'
import { check } from '../check.js'
import { AdapterKit } from './adapter-kit.js'
import type { AdapterSubject } from './adapter-subject.js'

/** One promise of the contract. */
export interface AdapterCase {
  readonly name: string
  /** Where an adapter lacks one of these, the case checks that it is truly absent. */
  readonly needs: readonly AdapterMethod[]
  run(kit: AdapterKit): Promise<void>
  /** What is promised instead where a feature is not declared. */
  readonly lacking?: {
    when(features: AdapterFeatures): boolean
    run(kit: AdapterKit): Promise<void>
  }
}

/** @throws Error where the adapter breaks the promise. */
export async function runAdapterCase(
  { needs, lacking, run }: AdapterCase,
  subject: AdapterSubject,
): Promise<void> {
  const instance = await subject.createAdapter()
  try {
    const kit = new AdapterKit(instance)
    const isWhole = needs.map((method) => isThere(instance.adapter, method)).every(Boolean)
    if (!isWhole) return
    await (lacking?.when(kit.features) === true ? lacking.run(kit) : run(kit))
  } finally {
    await instance.dispose?.()
  }
}

/** A method is a function or `undefined`: whatever else would make a control that fails. */
function isThere(adapter: FileAdapter, method: AdapterMethod): boolean {
  const value: unknown = adapter[method]
  const isSound = value === undefined || typeof value === 'function'
  check(isSound, `${method} is neither a function nor undefined`)
  const { createUpload, finalizeUpload } = adapter
  const isPaired = (createUpload === undefined) === (finalizeUpload === undefined)
  check(isPaired, 'There is one of createUpload and finalizeUpload: both or neither')
  return value !== undefined
}
