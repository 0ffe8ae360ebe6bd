import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from './support/test.js'

// The build sets it for itself, and servers that other tests start would hear of it.
const { NODE_ENV } = process.env
test.afterEach(() => {
  if (NODE_ENV === undefined) delete process.env['NODE_ENV']
})

const sheet = fileURLToPath(import.meta.resolve('loadline/styles.css'))

/** As an application's build makes it that says nothing of browsers: for some that know no `light-dark()`. */
async function lowered(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: sheet } },
  })
  const outputs = 'output' in built ? built.output : []
  const css = outputs.find(({ fileName }) => fileName.endsWith('.css'))
  return css?.type === 'asset' ? String(css.source) : ''
}

test('the preview is light on dark in a light page, also where the build lowered its colours', async ({
  page,
}) => {
  const css = await lowered()
  expect(css).toContain('--ll-text')
  expect(css).not.toContain('light-dark(')
  await page.setContent(`
    <style>${css}</style>
    <div data-loadline-root data-theme="light">
      <p data-testid="page" style="color: var(--ll-text)">Page</p>
      <dialog data-ll-preview open>
        <p data-testid="preview" style="color: var(--ll-text)">Preview</p>
      </dialog>
    </div>`)
  /** 0: black, 1: white. */
  const lightness = (id: string) =>
    page.getByTestId(id).evaluate((element) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')
      if (canvas === null) throw new Error('No canvas.')
      canvas.fillStyle = getComputedStyle(element).color
      canvas.fillRect(0, 0, 1, 1)
      return (canvas.getImageData(0, 0, 1, 1).data[0] ?? 0) / 255
    })
  expect(await lightness('page')).toBeLessThan(0.3)
  expect(await lightness('preview')).toBeGreaterThan(0.8)
})
