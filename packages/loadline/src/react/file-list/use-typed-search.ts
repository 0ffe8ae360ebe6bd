'use client'

import { useEffect, useRef, useState } from 'react'
import { useNewest } from '../hooks/use-newest.js'

/** Until then more letters may follow. */
const pauseMs = 250

interface Typed {
  readonly text: string
  /** The search as it was drawn last. */
  readonly search: string
  /** What was told, and did not come back yet: a router may take its time. */
  readonly told: readonly string[]
}

/** The text of a search field, told when the typing pauses. A search from elsewhere takes its place; its own does not. */
export function useTypedSearch(search: string, onSearch: (search: string) => void) {
  const [typed, setTyped] = useState<Typed>({ text: search, search, told: [] })
  if (typed.search !== search) setTyped(comeBack(typed, search))
  const { text, told } = typed
  const isTold = text === (told.at(-1) ?? search)

  const tell = useNewest(() => {
    setTyped((now) => ({ ...now, told: [...now.told, text] }))
    onSearch(text)
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (isTold) return undefined
    timer.current = setTimeout(() => tell.current(), pauseMs)
    return () => clearTimeout(timer.current)
  }, [text, isTold, tell])

  return {
    text,
    type: (next: string) => setTyped((now) => ({ ...now, text: next })),
    tellNow: () => {
      clearTimeout(timer.current)
      if (!isTold) tell.current()
    },
  }
}

/** Where a later one of what was told is drawn at once, those before it will not come any more. */
function comeBack({ text, told }: Typed, search: string): Typed {
  const place = told.indexOf(search)
  if (place < 0) return { text: search, search, told: [] }
  return { text, search, told: told.slice(place + 1) }
}
