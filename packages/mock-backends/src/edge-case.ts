/** A row of the table that the edge cases' tests are written after: what happens, and what is promised then. */
export interface EdgeCase {
  /** Its test's title begins with `E` and this. */
  readonly number: number
  readonly happens: string
  readonly promise: string
}
