import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createMemoryBackend } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { usePart } from './use-part.js'

interface PartModule {
  readonly words: string
}

function Place({ load, isNeeded }: { load: () => Promise<PartModule>; isNeeded: boolean }) {
  const { part, failure } = usePart(load, isNeeded)
  return part === null ? failure : <p>{part.words}</p>
}

function show(load: () => Promise<PartModule>, isNeeded: boolean) {
  const { adapter } = createMemoryBackend()
  const page = (needed: boolean) => (
    <FilesProvider adapter={adapter}>
      <Place load={load} isNeeded={needed} />
      <Place load={load} isNeeded={needed} />
    </FilesProvider>
  )
  return { page, screen: render(page(isNeeded)) }
}

it('is loaded ahead, and there at once when it is needed', async () => {
  const load = vi.fn<() => Promise<PartModule>>().mockResolvedValue({ words: 'The part' })
  const { page, screen } = show(load, false)
  const { rerender, getByText } = await screen
  // A page with much to do is given two seconds.
  await expect.poll(() => load.mock.calls.length).toBeGreaterThan(0)
  expect(getByText('The part').elements()).toHaveLength(0)
  await rerender(page(true))
  expect(getByText('The part').elements()).toHaveLength(2)
})

it('says that it did not come, and comes when it is asked for again', async () => {
  let isOnline = false
  const load = () =>
    isOnline ? Promise.resolve({ words: 'The part' }) : Promise.reject(new TypeError('offline'))
  const { getByRole, getByText } = await show(load, true).screen
  await expect.poll(() => getByRole('alert').elements()).toHaveLength(2)
  isOnline = true
  await getByRole('button', { name: 'Try again' }).first().click()
  await expect.element(getByText('The part').first()).toBeVisible()
})
