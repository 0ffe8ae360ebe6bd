/** How many rows each step did something with. */
export interface SweepReport {
  readonly finalized: number
  readonly expired: number
  readonly draftsDeleted: number
  readonly objectsDeleted: number
  /** Rows with which a step failed; the next sweep tries again. */
  readonly failed: number
}
