import { vi } from 'vitest'

const { waitFor } = vi

/** Vitest has a setting for how long `expect.poll` waits, and none for `vi.waitFor`: a second, if nothing is said. */
vi.waitFor = (callback, options = 10_000) => waitFor(callback, options)
