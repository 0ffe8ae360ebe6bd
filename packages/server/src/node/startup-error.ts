/** A start that failed for a reason the operator can mend: its message is all there is to show. */
export class StartupError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartupError'
  }
}
