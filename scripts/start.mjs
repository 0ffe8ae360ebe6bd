/**
 * `npm start`: installs what is missing, builds the demo page, runs the backend that serves it.
 *
 *   npm start -- --backends all    the page may also be switched to the other backends, as local servers
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePortFree } from './toolchain/ensure-port-free.mjs'
import { ensureToolchain } from './toolchain/ensure-toolchain.mjs'
import { readPorts } from './toolchain/read-ports.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'
import { runCommand } from './toolchain/run-command.mjs'
import { runMain } from './toolchain/run-main.mjs'
import { SetupError } from './toolchain/setup-error.mjs'

const isWindows = process.platform === 'win32'
const stopTimeoutMs = 10_000
const parentCheckMs = 250

await runMain(async () => {
  const { port, storagePort } = readPorts(process.env)
  await ensurePortFree('PORT', port, 4400)
  await ensurePortFree('STORAGE_PORT', storagePort, 4400)
  const toolchain = await ensureToolchain()
  // Of its own for each port: another demo may be starting, or serving what it built.
  const site = path.join(repositoryRoot, '.cache', 'demo', String(port))
  await buildDemo(toolchain, site)
  return serve(toolchain, site)
})

/**
 * @param {import('./toolchain/ensure-toolchain.mjs').Toolchain} toolchain
 * @param {string} site
 */
async function buildDemo({ node, env }, site) {
  const demo = path.join(repositoryRoot, 'apps', 'demo')
  const vite = path.join(demo, 'node_modules', 'vite', 'bin', 'vite.js')
  const build = [vite, 'build', '--logLevel', 'warn', '--outDir', site, '--emptyOutDir']
  const { code, output } = await runCommand(node, build, { cwd: demo, env })
  if (code !== 0) throw new SetupError(`The demo could not be built.\n\n${output.trim()}`)
}

/**
 * @param {import('./toolchain/ensure-toolchain.mjs').Toolchain} toolchain
 * @param {string} site
 * @returns {Promise<number>} the server's exit code
 */
function serve({ node, env }, site) {
  const server = spawn(
    node,
    [
      '--conditions=loadline-source',
      ...preload('run-typescript-source.mjs'),
      ...preload('stop-with-parent.mjs'),
      path.join('apps', 'demo', 'server', 'main.ts'),
      ...process.argv.slice(2),
    ],
    {
      cwd: repositoryRoot,
      env: { ...env, LOADLINE_SITE_DIR: site },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // A terminal's Ctrl-C goes to its whole process group, and npm passes it on once more. In a group
      // of its own the server hears of it from us only, once. (Windows would open a second console.)
      detached: !isWindows,
    },
  )
  const isStopping = forwardFirstSignal(server)
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', (code, signal) => {
      const endedBySignal = signal !== null && isStopping()
      resolve(endedBySignal ? 0 : (code ?? 1))
    })
  })
}

/** @param {string} script */
function preload(script) {
  return ['--import', pathToFileURL(path.join(repositoryRoot, 'scripts', script)).href]
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {() => boolean} whether the server was told to stop
 */
function forwardFirstSignal(server) {
  let isStopping = false
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    if (isStopping) return
    isStopping = true
    // On Windows the console has told the server already, and `kill` would not let it close its data.
    if (!isWindows) server.kill(signal)
    setTimeout(() => server.kill('SIGKILL'), stopTimeoutMs).unref()
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGHUP', () => stop('SIGTERM'))
  if (!isWindows) whenParentIsGone(() => stop('SIGTERM'))
  return () => isStopping
}

/**
 * A signal for npm alone ends the shell between npm and this script, which then hears of nothing.
 * @param {() => void} onGone
 */
function whenParentIsGone(onGone) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, parentCheckMs)
  timer.unref()
}
