import type { Ref } from 'react'

/** One ref for those of the application and ours. */
export function mergeRefs<T>(
  ...refs: readonly (Ref<T> | undefined)[]
): (element: T | null) => void {
  return (element) => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(element)
      else if (ref !== null && ref !== undefined) ref.current = element
    }
  }
}
