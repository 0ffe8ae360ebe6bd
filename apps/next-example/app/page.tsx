import type { ReactNode } from 'react'
import { Files } from './files'

/** Rendered for each request, as a page with a signed-in person is. */
export const dynamic = 'force-dynamic'

export default function Page(): ReactNode {
  return (
    <main>
      <h1>Documents</h1>
      <Files />
    </main>
  )
}
