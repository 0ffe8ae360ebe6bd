import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'

/**
 * @typedef {object} Shot
 * @property {string} id of the story
 * @property {string} title
 * @property {string} mode
 * @property {string} file its name in the folder
 *
 * @typedef {object} Story
 * @property {string} id
 * @property {string} title
 * @property {string} name
 * @property {string} type
 */

const pages = 2
const timeoutMs = 20_000

/** A story is played once; then its surroundings change. */
const someModes = [
  { name: 'light', width: 1040, globals: { theme: 'light', locale: 'en' } },
  { name: 'dark', width: 1040, globals: { theme: 'dark', locale: 'en' } },
  { name: 'rtl', width: 1040, globals: { theme: 'light', locale: 'ar' } },
  { name: '360', width: 360, globals: { theme: 'light', locale: 'en' } },
]

/** The list looks different in each of these. */
const allModes = [1440, 360].flatMap((width) =>
  ['light', 'dark'].flatMap((theme) =>
    ['en', 'ar'].map((locale) => ({
      name: `${width}-${theme}-${locale === 'ar' ? 'rtl' : 'ltr'}`,
      width,
      globals: { theme, locale },
    })),
  ),
)

/** @param {string} title */
const modesOf = (title) => (title.startsWith('FileList') ? allModes : someModes)

/** A play that fails has its picture too. */
const overPhases = JSON.stringify(['completed', 'finished', 'errored', 'aborted'])

/**
 * Code for the page: resolves when the story stands there in its new surroundings.
 * @param {Readonly<Record<string, string>>} globals
 */
const renderAgain = (globals) => `new Promise((resolve) => {
  const channel = __STORYBOOK_ADDONS_CHANNEL__
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(resolve))
  channel.once('storyRendered', () => document.fonts.ready.then(painted))
  channel.emit('updateGlobals', { globals: ${JSON.stringify(globals)} })
})`

/**
 * @param {string} address of a built Storybook
 * @param {string} folder is emptied first
 * @param {string} filter part of a story's id; empty for all
 * @returns {Promise<readonly Shot[]>}
 */
export async function takeShots(address, folder, filter) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const stories = await listStories(address, filter)
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const left = [...stories]
    const workers = Array.from({ length: pages }, async () => {
      const page = await context.newPage()
      page.setDefaultTimeout(timeoutMs)
      const shots = []
      for (let story = left.shift(); story !== undefined; story = left.shift()) {
        shots.push(...(await takeStory(page, address, folder, story)))
      }
      return shots
    })
    const taken = (await Promise.all(workers)).flat()
    const order = stories.map(({ id }) => id)
    return taken.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
  } finally {
    await browser.close()
  }
}

/**
 * @param {string} address
 * @param {string} filter
 */
async function listStories(address, filter) {
  const answer = await fetch(`${address}/index.json`)
  const { entries } = /** @type {{ entries: Record<string, Story> }} */ (await answer.json())
  return Object.values(entries).filter(
    ({ id, type }) => type === 'story' && id.includes(filter.replaceAll(' ', '-')),
  )
}

/**
 * @param {import('playwright').Page} page
 * @param {string} address
 * @param {string} folder
 * @param {Story} story
 * @returns {Promise<readonly Shot[]>}
 */
async function takeStory(page, address, folder, { id, title, name }) {
  const modes = modesOf(title)
  await page.setViewportSize({ width: modes[0]?.width ?? 1040, height: 700 })
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`)
  await page.waitForFunction(`${overPhases}.includes(__STORYBOOK_PREVIEW__?.currentRender?.phase)`)
  const shots = []
  for (const mode of modes) {
    await page.setViewportSize({ width: mode.width, height: 700 })
    await page.evaluate(renderAgain(mode.globals))
    const file = `${id}.${mode.name}.png`
    await page.screenshot({ path: path.join(folder, file), fullPage: true })
    shots.push({ id, title: `${title} / ${name}`, mode: mode.name, file })
  }
  return shots
}
