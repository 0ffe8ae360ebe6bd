import { useSyncExternalStore } from 'react'

export type Page = 'documents' | 'work-orders'

/** Which page the address names after its `#`. */
export function usePage(): Page {
  return useSyncExternalStore(subscribe, () =>
    location.hash === '#/work-orders' ? 'work-orders' : 'documents',
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
