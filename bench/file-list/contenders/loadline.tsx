import { FileList, FilesProvider } from 'loadline'
import { createMemoryBackend } from 'loadline/testing'
import 'loadline/styles.css'
import { createRoot } from 'react-dom/client'
import type { Contender } from '../contender.js'

/** As it comes, over a backend in memory that answers page by page. */
export const contender: Contender = {
  prepare(files) {
    const { adapter } = createMemoryBackend({
      files: files.map(({ name, size, date }) => ({
        id: name,
        name,
        size,
        contentType: 'text/plain',
        status: 'ready',
        createdAt: date.toISOString(),
      })),
    })
    return (element) => {
      element.style.setProperty('--ll-list-size', '600px')
      createRoot(element).render(
        <FilesProvider adapter={adapter}>
          <FileList defaultQuery={{ sort: { key: 'name', direction: 'asc' } }} />
        </FilesProvider>,
      )
    }
  },
}
