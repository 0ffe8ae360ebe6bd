/** One row, before a contender has made it its own. */
export interface PlainFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly date: Date
}

export interface Contender {
  /** Not timed: brings the files into the shape that the list takes. Answers what mounts it. */
  prepare(files: readonly PlainFile[]): (element: HTMLElement) => void
}
