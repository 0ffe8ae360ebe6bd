import type { Connectivity } from '../contract/index.js'

/** What the browser says; where there is none, always online. */
export const browserConnectivity: Connectivity = {
  isOnline: () => globalThis.navigator?.onLine ?? true,
  subscribe(listener) {
    if (typeof addEventListener === 'undefined') return () => undefined
    for (const type of ['online', 'offline']) addEventListener(type, listener)
    return () => {
      for (const type of ['online', 'offline']) removeEventListener(type, listener)
    }
  },
}
