export interface SweepOptions {
  /** After which an upload that is complete is finalised for its client. Default 900. */
  readonly graceSeconds?: number | undefined
  /** After which one is given up, counted from when its client was last heard of. Default 24 hours. */
  readonly pendingSeconds?: number | undefined
  /** After which a draft that belongs to nothing is deleted. Default 24 hours. */
  readonly draftSeconds?: number | undefined
}
