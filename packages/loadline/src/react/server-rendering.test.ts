import { createElement, type ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createUploadQueue } from '../core/index.js'
import * as loadline from '../index.js'
import { ar } from '../locales/ar.js'
import { createMemoryBackend, makeFile } from '../testing/index.js'

const components = Object.entries(loadline).filter(
  ([name]) => /^File[A-Z]/u.test(name) && name !== 'FilesProvider',
) as unknown as readonly (readonly [string, ComponentType])[]

function renderOnServer(component: ComponentType, props: object = {}): string {
  const { adapter } = createMemoryBackend({ files: [{ id: 'one', name: 'plan.pdf' }] })
  const provided = { adapter, ...props }
  return renderToString(createElement(loadline.FilesProvider, provided, createElement(component)))
}

it('has no window to lean on', () => {
  expect(typeof window).toBe('undefined')
})

describe.each(components)('%s', (_name, component) => {
  it('renders on a server, twice the same', () => {
    const html = renderOnServer(component)
    expect(renderOnServer(component)).toBe(html)
  })

  it('renders in another language', () => {
    expect(renderOnServer(component, { messages: ar })).not.toMatch(/Upload|Files/u)
  })
})

describe('the markup of the server', () => {
  it('is a button that can be pressed once the page is hydrated', () => {
    expect(renderOnServer(loadline.FileUpload)).toMatch(/<button[^>]*>.*Upload files<\/button>/u)
  })

  it('is a grid that is loading', () => {
    const html = renderOnServer(loadline.FileList)
    expect(html).toContain('role="grid"')
    expect(html).toContain('aria-busy="true"')
  })

  it('tells of no uploads, and starts none: they live in a browser', () => {
    const { adapter, transport, ledger } = createMemoryBackend()
    const queue = createUploadQueue({ adapter, transports: [transport] })
    queue.add([makeFile({ name: 'plan.pdf', size: 5_000 })])
    const html = renderToString(
      createElement(loadline.FilesProvider, { queue }, createElement(loadline.FileActiveUploads)),
    )
    expect(html).not.toContain('plan.pdf')
    expect(ledger()).toEqual([])
  })
})
