/**
 * Proves the packed packages in a fresh app outside of the workspace: installed by npm, type-checked,
 * built, served, and used in Chromium to upload a file to `loadline-server`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from './consumer/create-app.mjs'
import { findFreePorts } from './consumer/find-free-ports.mjs'
import { packPackages } from './consumer/pack-packages.mjs'
import { runOrThrow } from './consumer/run-or-throw.mjs'
import { startService } from './consumer/start-service.mjs'
import { uploadInBrowser } from './consumer/upload-in-browser.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'loadline-consumer-'))
/** @type {(() => void)[]} */
const services = []
try {
  const app = path.join(folder, 'app')
  createApp(app, await packPackages(folder))
  const npm = { cwd: app, shell: process.platform === 'win32' }
  await runOrThrow(
    'installed',
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline'],
    npm,
  )
  const tool = (/** @type {string} */ file) => path.join(app, 'node_modules', file)
  await runOrThrow('type-checked', process.execPath, [tool('typescript/bin/tsc')], { cwd: app })
  await runOrThrow('built', process.execPath, [tool('vite/bin/vite.js'), 'build'], { cwd: app })
  const address = await serve(app, tool('vite/bin/vite.js'))
  console.log(`uploaded ${await uploadInBrowser(address)}`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  for (const stop of services) stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

/**
 * @param {string} app
 * @param {string} vite
 */
async function serve(app, vite) {
  const [port, apiPort, storagePort] = await findFreePorts(3)
  const address = `http://127.0.0.1:${port}`
  const api = `http://127.0.0.1:${apiPort}`
  const ports = { PORT: `${apiPort}`, STORAGE_PORT: `${storagePort}` }
  const env = { ...process.env, ...ports, API_ADDRESS: api, ALLOWED_ORIGINS: address }
  const start = async (/** @type {readonly string[]} */ args, /** @type {string} */ url) => {
    services.push(await startService(args, { cwd: app, env, address: url }))
  }
  await start(['server.ts'], api)
  await start([vite, 'preview', '--port', `${port}`], address)
  return address
}
