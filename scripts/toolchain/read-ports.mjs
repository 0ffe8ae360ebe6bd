import { SetupError } from './setup-error.mjs'

/**
 * The addresses of the demo: one port for pages and API, another for the embedded store.
 * @param {NodeJS.ProcessEnv} env
 */
export function readPorts(env) {
  const port = readPort('PORT', env['PORT'], 4321)
  const storagePort = readPort('STORAGE_PORT', env['STORAGE_PORT'], port + 1)
  if (port === storagePort) {
    throw new SetupError(
      `PORT and STORAGE_PORT are both ${port}. The store must be another origin than the page: choose two ports.`,
    )
  }
  return { port, storagePort }
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} otherwise
 */
function readPort(name, text, otherwise) {
  const port = text === undefined || text === '' ? otherwise : Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new SetupError(`${name} is ${text ?? port}. It must be a whole number from 1 to 65535.`)
}
