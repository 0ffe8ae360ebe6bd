/** The first row that could be seen, handed on from one view to the next. */
export class KeptPlace {
  #index = 0

  keep(index: number): void {
    this.#index = index
  }

  /** Once: 0 from then on. */
  take(): number {
    const index = this.#index
    this.#index = 0
    return index
  }
}
