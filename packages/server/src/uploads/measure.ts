import type { FileRow } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import { largestFile } from '../limits/assert-within-limits.js'
import type { ServerContext } from '../server-context.js'
import type { FormFile } from '../store/disk/read-form.js'

/** Bytes that the row's file may have. */
export function limitOf(context: ServerContext, { category }: Pick<FileRow, 'category'>): number {
  const ofCategory = context.categories.get(category ?? '')?.maxSize ?? Infinity
  const { quotaSize } = context.limits
  return Math.min(largestFile(context) ?? Infinity, ofCategory, quotaSize ?? Infinity)
}

/** The bytes of a form's file, counted on their way, to the end of the form. */
export function measure({ stream, formEnded }: FormFile, limit: number) {
  let size = 0
  const bytes = async function* () {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > limit) {
        throw new ProblemError(422, 'too-large', `The limit is ${limit} bytes.`, { limit })
      }
      yield chunk
    }
    await formEnded
  }
  return { bytes: bytes(), size: () => size }
}
