import { existsSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from './run-command.mjs'

/**
 * @typedef {object} Browser
 * @property {string} title
 * @property {string} variable the environment variable that tells the runners where it is
 * @property {string} debianPackage
 * @property {readonly string[]} commands names on the search path, best first
 * @property {readonly string[]} usualPlaces
 *
 * @typedef {Readonly<Record<'chromium' | 'firefox', string | undefined>>} BrowserPaths
 */

/** @type {Readonly<Record<'chromium' | 'firefox', Browser>>} */
const browsers = {
  chromium: {
    title: 'Chromium',
    variable: 'CHROMIUM_PATH',
    debianPackage: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    usualPlaces: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    debianPackage: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    usualPlaces: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    ],
  },
}

/**
 * Finds the browsers, and on Debian as root installs those that are missing.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ paths: BrowserPaths, env: NodeJS.ProcessEnv }>}
 */
export async function ensureBrowsers(env) {
  const missing = Object.values(browsers).filter((browser) => findBrowser(browser) === undefined)
  if (missing.length > 0 && canInstall()) await installBrowsers(missing)
  const paths = { chromium: findBrowser(browsers.chromium), firefox: findBrowser(browsers.firefox) }
  return { paths, env: { ...env, CHROMIUM_PATH: paths.chromium, FIREFOX_PATH: paths.firefox } }
}

/** @param {Browser} browser */
function findBrowser({ variable, commands, usualPlaces }) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = commands.flatMap((command) =>
    folders.map((folder) => path.join(folder, command + suffix)),
  )
  const given = process.env[variable] ?? ''
  return [given, ...onPath, ...usualPlaces].find((place) => place !== '' && existsSync(place))
}

function canInstall() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
}

/**
 * One at a time: Ubuntu, for one, has no `firefox-esr`, which must not keep Chromium away.
 * @param {readonly Browser[]} missing
 */
async function installBrowsers(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const lock = ['-o', 'DPkg::Lock::Timeout=300']
  await runCommand('apt-get', ['update', ...lock], { env })
  for (const { title, debianPackage } of missing) {
    console.log(`Installing ${title} …`)
    const { code, output } = await runCommand(
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...lock, debianPackage],
      { env },
    )
    if (code !== 0) console.log(`apt-get could not install ${debianPackage}:\n${output.trim()}`)
  }
}
