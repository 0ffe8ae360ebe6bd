import 'loadline/styles.css'
import type { ReactNode } from 'react'

export const metadata = { title: 'Loadline in Next.js' }

export default function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
