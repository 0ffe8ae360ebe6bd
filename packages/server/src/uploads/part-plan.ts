const mebibyte = 1024 * 1024
/** S3 takes 10,000; some are left for nobody. */
const mostParts = 9000

export interface PartPlan {
  readonly size: number
  readonly partSize: number
  readonly partCount: number
}

export function choosePartSize(size: number, leastPartSize: number): number {
  const even = size / mostParts
  return even <= leastPartSize ? leastPartSize : Math.ceil(even / mebibyte) * mebibyte
}

export function planParts(size: number, partSize: number): PartPlan {
  return { size, partSize, partCount: Math.ceil(size / partSize) }
}

/** Bytes of the part; `null`: the plan has no such part. */
export function sizeOfPart(plan: PartPlan, partNumber: number): number | null {
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > plan.partCount) return null
  const isLast = partNumber === plan.partCount
  return isLast ? plan.size - plan.partSize * (plan.partCount - 1) : plan.partSize
}
