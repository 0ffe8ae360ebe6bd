import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { PutTicket } from 'loadline/core'
import { createApp } from './support/app.js'
import { expect, test } from './support/test.js'

const body = 'twelve bytes'

async function ticketFor(appUrl: string): Promise<PutTicket> {
  const response = await fetch(`${appUrl}/api/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      clientId: randomUUID(),
      name: 'a.txt',
      contentType: 'text/plain',
      size: body.length,
    }),
  })
  expect(response.status).toBe(200)
  return ((await response.json()) as { ticket: PutTicket }).ticket
}

/** From the page, so that the store's answer is one that a browser may read. */
function put(page: Page, url: string, headers: PutTicket['headers'], text = body): Promise<number> {
  return page.evaluate(
    async ([target, sent, content]) => {
      const response = await fetch(target, { method: 'PUT', headers: sent, body: content })
      return response.status
    },
    [url, headers, text] as const,
  )
}

// The browser logs each refusal.
test.use({ mayLogErrors: true })

test('the store takes the signed request, and refuses every other', async ({ page, app }) => {
  await page.goto(app.url)
  const { url, headers } = await ticketFor(app.url)
  const changed = (change: (params: URLSearchParams, url: URL) => void): string => {
    const other = new URL(url)
    change(other.searchParams, other)
    return other.href
  }
  const names = [...new URL(url).searchParams.keys()]
  expect(names.length).toBeGreaterThan(2)
  for (const name of names) {
    const flipped = changed((params) => params.set(name, flip(params.get(name) ?? '')))
    expect([name, await put(page, flipped, headers)]).toEqual([name, 403])
    const missing = changed((params) => params.delete(name))
    expect([name, await put(page, missing, headers)]).toEqual([name, 403])
  }
  expect(
    await put(
      page,
      changed((_, other) => (other.search = '')),
      headers,
    ),
  ).toBe(403)
  expect(
    await put(
      page,
      changed((_, other) => (other.pathname = flip(other.pathname))),
      headers,
    ),
  ).toBe(403)
  expect(await put(page, url, { ...headers, 'content-type': 'text/html' })).toBe(403)
  expect(await put(page, url, headers, `${body}!`)).toBe(403)
  expect(await put(page, url, headers)).toBe(200)
})

test('the store refuses a signature whose life is over', async ({ page, port }) => {
  const app = await createApp({ port: port + 4, env: { TICKET_TTL_SECONDS: '1' } })
  try {
    await app.start()
    await page.goto(app.url)
    const { url, headers, expiresAt } = await ticketFor(app.url)
    await expect
      .poll(() => Date.now() - Date.parse(expiresAt ?? ''), { timeout: 10_000 })
      .toBeGreaterThan(1_000)
    expect(await put(page, url, headers)).toBe(403)
  } finally {
    await app.dispose()
  }
})

/** Another text of the same length and alphabet. */
function flip(text: string): string {
  return text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')
}
