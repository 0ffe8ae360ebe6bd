/** For calls whose answer must not be hidden. One each: a shared one would gather the listeners of all calls. */
export function neverAborted(): AbortSignal {
  return new AbortController().signal
}
