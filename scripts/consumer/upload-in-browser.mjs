import { createHash } from 'node:crypto'
import { chromium } from 'playwright'

const timeoutMs = 30_000

/**
 * Chooses a file on the page as a person would, and compares what the backend then gives out.
 * @param {string} address
 */
export async function uploadInBrowser(address) {
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(timeoutMs)
    /** @type {string[]} */
    const errors = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(address)
    // Not at random: one in 256 would begin with a `<`, and be refused as a page under the name of a picture.
    const buffer = Buffer.from(Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * 31) % 251))
    const name = 'consumer.png'
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Upload files' }).click()
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer })
    await page.getByRole('grid', { name: 'Files' }).getByText(name).waitFor()
    await waitUntilListed(address, name)
    await page.reload()
    await page.getByRole('grid', { name: 'Files' }).getByText(name).waitFor()
    const stored = await download(address, name)
    if (sha256(stored) !== sha256(buffer))
      throw new Error('The stored bytes are not the ones sent.')
    if (errors.length > 0) throw new Error(`Errors on the page:\n${errors.join('\n')}`)
    return `${name}, ${stored.length} bytes, sha256 ${sha256(stored)}`
  } finally {
    await browser.close()
  }
}

/**
 * @param {string} address
 * @param {string} name
 */
async function waitUntilListed(address, name) {
  const until = Date.now() + timeoutMs
  let status
  while (Date.now() < until) {
    status = (await findStored(address, name))?.status
    if (status === 'ready') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The backend never listed ${name} as ready: it is ${status ?? 'not listed'}.`)
}

/**
 * @param {string} address
 * @param {string} name
 */
async function findStored(address, name) {
  const answer = await fetch(new URL('/api/files', address))
  if (!answer.ok) throw new Error(`GET /api/files: ${answer.status} ${await answer.text()}`)
  const { files } =
    /** @type {{ files: { name: string, status: string, url: string | null }[] }} */ (
      await answer.json()
    )
  return files.find((file) => file.name === name)
}

/**
 * @param {string} address
 * @param {string} name
 */
async function download(address, name) {
  const url = (await findStored(address, name))?.url
  if (url === undefined || url === null)
    throw new Error(`The backend gives no address for ${name}.`)
  const answer = await fetch(new URL(url, address))
  if (!answer.ok) throw new Error(`The store answered ${answer.status}.`)
  return Buffer.from(await answer.arrayBuffer())
}

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
