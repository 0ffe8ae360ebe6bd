import { afterEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileUpload } from '../upload/file-upload.js'
import sheet from './styles.css?inline'

/** The accent of the light theme, as a browser tells it. */
const accent = 'oklch(0.53 0.2 262)'

function addStyle(css: string): void {
  const element = document.createElement('style')
  element.dataset['fixture'] = ''
  element.textContent = css
  document.head.append(element)
}

afterEach(() => {
  for (const element of document.querySelectorAll('style[data-fixture]')) element.remove()
})

async function buttonStyle(className?: string): Promise<CSSStyleDeclaration> {
  const { adapter } = createMemoryBackend()
  const queue = createUploadQueue({ adapter })
  const classNames = { 'upload-button': className }
  const screen = await render(
    // Where another test left the pointer, nothing is hovered over.
    <div style={{ pointerEvents: 'none' }}>
      <FilesProvider queue={queue}>
        <FileUpload data-theme="light" classNames={classNames} />
      </FilesProvider>
    </div>,
  )
  return getComputedStyle(screen.getByRole('button', { name: 'Upload files' }).element())
}

/** A sheet that comes to a page lets colours fade. */
async function expectColor(style: CSSStyleDeclaration, color: string): Promise<void> {
  await expect.poll(() => style.backgroundColor).toBe(color)
}

describe('beside a host with rules of its own for bare elements', () => {
  const host = `
    * { margin: 0; padding: 0; }
    button { background: red; border: 4px dotted lime; border-radius: 0; padding: 40px; font: 30px serif; color: yellow; }
    ul { padding: 40px; list-style: square; }`

  it.each([
    ['before', [host, sheet]],
    ['after', [sheet, host]],
  ])('the components keep their look, the host coming %s', async (_order, sheets) => {
    sheets.forEach(addStyle)
    const style = await buttonStyle()
    await expectColor(style, accent)
    expect(style.fontSize).toBe('13px')
    expect(style.paddingInlineStart).toBe('12px')
    expect(style.borderTopLeftRadius).toBe('7px')
    expect(style.borderTopStyle).toBe('solid')
  })

  it('a class of the host wins', async () => {
    addStyle(sheet)
    addStyle(`${host} .mine { background: rgb(1, 2, 3); }`)
    await expectColor(await buttonStyle('mine'), 'rgb(1, 2, 3)')
  })
})

describe('imported into a layer, as beside Tailwind CSS 4', () => {
  const tailwind = `
    @layer theme, base, components, utilities;
    @layer base {
      *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
      button { font: inherit; color: inherit; background-color: transparent; border-radius: 0; }
      ol, ul { list-style: none; }
    }
    @layer utilities { .bg-black { background-color: black; } .px-8 { padding-inline: 32px; } }`

  it('the components keep their look over the reset', async () => {
    addStyle(tailwind)
    addStyle(`@layer components { ${sheet} }`)
    const style = await buttonStyle()
    await expectColor(style, accent)
    expect(style.paddingInlineStart).toBe('12px')
    expect(style.borderTopWidth).toBe('1px')
  })

  it('utilities win', async () => {
    addStyle(tailwind)
    addStyle(`@layer components { ${sheet} }`)
    const style = await buttonStyle('bg-black px-8')
    await expectColor(style, 'rgb(0, 0, 0)')
    expect(style.paddingInlineStart).toBe('32px')
  })

  it('without the layer they would lose', async () => {
    addStyle(tailwind)
    addStyle(sheet)
    await expectColor(await buttonStyle('bg-black'), accent)
  })
})
