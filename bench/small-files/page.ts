import { restAdapter } from 'loadline/adapters/rest'
import { createUploadQueue } from 'loadline/core'
import { uploadBare } from './bare-loop.js'

export interface UploadFigures {
  readonly ms: number
  /** Requests without preflights. */
  readonly requests: number
}

export interface UploadWork {
  readonly apiUrl: string
  readonly count: number
  /** Bytes of each file. */
  readonly size: number
  readonly lanes: number
}

type Upload = (files: readonly File[], work: UploadWork) => Promise<number>

const contenders = {
  floor: (files, { apiUrl, lanes }) => uploadBare(apiUrl, files, lanes),
  loadline: async (files, { apiUrl, lanes }) => {
    const adapter = restAdapter({ baseUrl: apiUrl })
    const queue = createUploadQueue({ adapter, concurrency: lanes, recovery: false })
    queue.connect()
    queue.add(files)
    const { ready } = await queue.whenSettled()
    queue.destroy()
    return ready.length
  },
} satisfies Record<string, Upload>

async function measure(name: keyof typeof contenders, work: UploadWork): Promise<UploadFigures> {
  const files = Array.from({ length: work.count }, (_, index) => {
    const bytes = crypto.getRandomValues(new Uint8Array(work.size))
    return new File([bytes], `${name}-${index}.bin`, { type: 'application/octet-stream' })
  })
  performance.setResourceTimingBufferSize(work.count * 8)
  performance.clearResourceTimings()
  const startedAt = performance.now()
  const stored = await contenders[name](files, work)
  const ms = performance.now() - startedAt
  if (stored !== work.count) throw new Error(`${name} stored ${stored} of ${work.count} files.`)
  return { ms, requests: performance.getEntriesByType('resource').length }
}

declare global {
  interface Window {
    measureUploads: typeof measure
  }
}
window.measureUploads = measure
