import type { CollectedFile, FileRejection, RejectionReason } from '../../core/index.js'

interface FieldRoom {
  /** The field's own, in place of those that the queue was given. */
  readonly limits: Readonly<Partial<Record<RejectionReason['code'], number | undefined>>>
  readonly isFull: boolean
  /** Adds a duplicate, checked anew: the field may have filled since. */
  add(one: CollectedFile): string | null
}

/** What is refused, in a field's own words. Nothing is offered that it would refuse as well. */
export function fieldRejections(
  rejections: readonly FileRejection[],
  { limits, isFull, add }: FieldRoom,
): readonly FileRejection[] {
  return rejections.map((rejection) => {
    const isDuplicate = rejection.errors.every(({ code }) => code === 'duplicate')
    const told = isDuplicate && isFull ? [tooMany] : rejection.errors
    const errors = told.map((reason) => {
      const limit = limits[reason.code]
      return limit === undefined ? reason : { ...reason, limit }
    })
    const canAdd = isDuplicate && !isFull
    return { ...rejection, errors, addAnyway: canAdd ? once(rejection, add) : () => null }
  })
}

const tooMany: RejectionReason = { code: 'too-many', message: 'The field is full.' }

function once({ file, path }: FileRejection, add: FieldRoom['add']): () => string | null {
  let isAdded = false
  return () => {
    if (isAdded) return null
    const id = add({ file, path })
    isAdded = id !== null
    return id
  }
}
