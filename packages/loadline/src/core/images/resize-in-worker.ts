import { drawResized, type DrawOptions } from './draw-resized.js'

/** The worker is written out: its code needs no URL of its own, which bundlers would each treat differently. */
const source = `
const draw = ${drawResized.toString()}
onmessage = ({ data: { file, options } }) => {
  draw(file, options).then(
    (blob) => postMessage({ blob }),
    () => postMessage({ hasFailed: true }),
  )
}
`

interface Answer {
  readonly blob?: Blob | null
}

/** `null`: it is small enough. What a worker cannot do, or may not be started for, is tried in the page. */
export async function resizeInWorker(file: Blob, options: DrawOptions): Promise<Blob | null> {
  try {
    return await drawInWorker(file, options)
  } catch {
    return drawResized(file, options)
  }
}

async function drawInWorker(file: Blob, options: DrawOptions): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const worker = new Worker(url)
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.blob === undefined) reject(new Error('It could not be drawn.'))
        else resolve(data.blob)
      })
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        reject(new Error('The page allows no worker.'))
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no target origin.
      worker.postMessage({ file, options })
    })
  } finally {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
}
