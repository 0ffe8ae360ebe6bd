import type { AriaAttributes } from 'react'

type Attributes = AriaAttributes & Readonly<Record<`data-${string}`, unknown>>

/** What of a component's props is for an element: by its name, so that none of its own can get there. */
export function attributesOf(
  props: object,
  ...prefixes: readonly ('aria-' | 'data-')[]
): Attributes {
  const isOfElement = (name: string): boolean => prefixes.some((prefix) => name.startsWith(prefix))
  return Object.fromEntries(Object.entries(props).filter(([name]) => isOfElement(name)))
}
