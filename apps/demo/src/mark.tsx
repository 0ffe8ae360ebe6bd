import type { ReactNode } from 'react'

export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden>
      <circle cx="10" cy="10" r="6" />
      <path d="M1.2 10h17.6" />
    </svg>
  )
}
