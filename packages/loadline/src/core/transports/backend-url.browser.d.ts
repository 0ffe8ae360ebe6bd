import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Files API of a real backend, whose store is of another origin than the tests' page. */
    readonly backendUrl: string
  }
}
