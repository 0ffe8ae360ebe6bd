/** Made when it is first asked for: a format of `Intl` takes up to a millisecond, and a page may need few of them. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
