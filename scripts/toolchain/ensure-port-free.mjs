import { createServer } from 'node:net'
import { SetupError } from './setup-error.mjs'

/** Each by itself: on some systems one address can be taken while another of the same port is free. */
const hosts = ['127.0.0.1', '::1', undefined]

/**
 * @param {string} variable the environment variable that chooses this port
 * @param {number} port
 * @param {number} suggestion a PORT that is likely to be free
 */
export async function ensurePortFree(variable, port, suggestion) {
  for (const host of hosts) {
    const code = await tryToListen(port, host)
    if (code === 'EADDRINUSE') {
      const choice = variable === 'PORT' ? suggestion : suggestion + 1
      throw new SetupError(
        `Port ${port} is taken. Stop what uses it, or choose another: ${variable}=${choice} npm start`,
      )
    }
    if (code === 'EACCES') {
      throw new SetupError(
        `Port ${port} may not be opened by this user. Choose one above 1023: ${variable}=${suggestion} npm start`,
      )
    }
  }
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<string | undefined>} the error's code
 */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code))
    server.listen({ port, host }, () => server.close(() => resolve(undefined)))
  })
}
