import { FilesProvider, FileActiveUploads } from 'loadline'
import { useState, type ReactNode } from 'react'
import type { Backend } from './backends.js'
import { BackendSwitch } from './backend-switch.js'
import { DocumentsPage } from './documents-page.js'
import { Mark } from './mark.js'
import { people, type Person } from './people.js'
import { PersonSwitch } from './person-switch.js'
import { usePage, type Page } from './use-page.js'
import { WorkOrdersPage } from './work-orders-page.js'

interface AppProps {
  readonly backends: readonly Backend[]
}

/** A small document library: folders, work orders with their files, two people. */
export function App({ backends }: AppProps): ReactNode {
  const [person, setPerson] = useState<Person>(people[0])
  const [backend, setBackend] = useState<Backend | undefined>(backends[0])
  const page = usePage()
  if (backend === undefined) return null
  const adapter = backend.adapterFor(person)
  return (
    <FilesProvider key={backend.name} adapter={adapter} userKey={person.id}>
      <header className="top">
        <Mark />
        <strong>Northquay</strong>
        <span className="project">Pier 7 refit</span>
        <nav className="pages" aria-label="Pages">
          <PageLink page="documents" current={page}>
            Documents
          </PageLink>
          {backend.hasPeople && (
            <PageLink page="work-orders" current={page}>
              Work orders
            </PageLink>
          )}
        </nav>
        <BackendSwitch {...{ backends, backend }} onChange={setBackend} />
        {backend.hasPeople && <PersonSwitch person={person} onChange={setPerson} />}
      </header>
      <main className="page">
        {page === 'work-orders' && backend.hasPeople ? (
          <WorkOrdersPage key={person.id} />
        ) : (
          <DocumentsPage key={person.id} category={backend.category} />
        )}
      </main>
      <FileActiveUploads placement="corner" />
    </FilesProvider>
  )
}

interface PageLinkProps {
  readonly page: Page
  readonly current: Page
  readonly children: ReactNode
}

function PageLink({ page, current, children }: PageLinkProps): ReactNode {
  return (
    <a href={`#/${page}`} aria-current={page === current ? 'page' : undefined}>
      {children}
    </a>
  )
}
