import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { createMemoryBackend } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import '../styles/styles.css'
import { MenuButton } from './menu-button.js'

async function show() {
  const { adapter } = createMemoryBackend()
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <div data-testid="around" style={{ height: 100, overflow: 'auto' }}>
        <MenuButton label="More" items={[{ label: 'Open', onAction: () => undefined }]} />
        <div style={{ height: 1000 }} />
      </div>
    </FilesProvider>,
  )
  return {
    around: screen.getByTestId('around').element(),
    button: screen.getByRole('button', { name: 'More' }).element() as HTMLElement,
    menu: screen.getByRole('menu'),
  }
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

it('closes when what is around it scrolls', async () => {
  const { around, button, menu } = await show()
  button.click()
  await expect.element(menu).toBeVisible()
  await nextFrame()
  around.scrollTo({ top: 10 })
  await expect.element(menu).not.toBeInTheDocument()
})

it('stays open where the scroll was before it opened, and is told after', async () => {
  const { around, button, menu } = await show()
  const told: boolean[] = []
  around.addEventListener('scroll', () => told.push(menu.query() !== null))
  around.scrollTo({ top: 10 })
  button.click()
  await nextFrame()
  await nextFrame()
  expect(told).toEqual([true])
  expect(menu.query()).not.toBeNull()
})
