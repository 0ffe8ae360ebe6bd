import { Profiler, type ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { useLate } from './use-late.js'

afterEach(() => vi.restoreAllMocks())

function Late({ isNow }: { readonly isNow: boolean }): ReactNode {
  return useLate(isNow) ? <li>there</li> : null
}

/** The page has something to do until it is told otherwise. */
function holdIdle() {
  const waiting = new Map<number, IdleRequestCallback>()
  let handle = 0
  vi.spyOn(window, 'requestIdleCallback').mockImplementation((callback) => {
    waiting.set((handle += 1), callback)
    return handle
  })
  vi.spyOn(window, 'cancelIdleCallback').mockImplementation((given) => void waiting.delete(given))
  const idle = (): void => {
    const callbacks = [...waiting.values()]
    waiting.clear()
    for (const callback of callbacks) callback({ didTimeout: false, timeRemaining: () => 10 })
  }
  return { waiting, idle }
}

it('waits until the page has nothing else to do, and then shows all together', async () => {
  const { waiting, idle } = holdIdle()
  const commits = vi.fn<() => void>()
  const screen = await render(
    <Profiler id="late" onRender={commits}>
      <ul>
        {[1, 2, 3].map((key) => (
          <Late key={key} isNow={false} />
        ))}
      </ul>
    </Profiler>,
  )
  const shown = () => screen.getByRole('listitem').elements().length
  expect([shown(), waiting.size, commits.mock.calls.length]).toEqual([0, 1, 1])
  idle()
  await expect.poll(shown).toBe(3)
  expect(commits).toHaveBeenCalledTimes(2)
})

it('does not wait with what cannot, and waits for nothing that is gone', async () => {
  const { waiting } = holdIdle()
  const screen = await render(<Late isNow={false} />)
  expect(waiting.size).toBe(1)
  await screen.rerender(<Late isNow />)
  await expect.element(screen.getByRole('listitem')).toBeVisible()
  expect(waiting.size).toBe(0)
  await screen.rerender(<Late key="other" isNow={false} />)
  expect(waiting.size).toBe(1)
  await screen.unmount()
  expect(waiting.size).toBe(0)
})
