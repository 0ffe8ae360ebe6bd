import type { LogLevel } from '../http/log.js'
import type { TokenOptions } from '../identity/token-identity.js'
import type { LimitOptions } from '../limits/limits.js'
import { readAuth } from './read-auth.js'
import { given, readNumber, type Fail, type Variables } from './read-variable.js'
import { StartupError } from './startup-error.js'

export interface Environment {
  readonly port: number
  readonly storagePort: number
  /** `null`: this machine alone, by IPv4 and IPv6. */
  readonly host: string | null
  /** Without a slash at its end. */
  readonly apiPublicUrl: string
  /** Whether the address was given: else pages may as well use a relative one. */
  readonly hasApiPublicUrl: boolean
  readonly storagePublicUrl: string
  readonly ticketLifeSeconds: number
  readonly dataDirectory: string
  readonly allowedOrigins: readonly string[]
  /** How callers are known: `demo` lets everybody in. */
  readonly auth: 'demo' | TokenOptions
  /** A JSON file; `null`: none. */
  readonly categoriesPath: string | null
  readonly limits: LimitOptions
  readonly logLevel: LogLevel
}

const apiPath = '/api'
/** As long as a signature of Amazon's may live; tombstones of the disk store outlive it. */
const longestTicketSeconds = 7 * 24 * 60 * 60

/**
 * Reads what the operator set.
 * @throws StartupError naming every variable that is wrong.
 */
export function readEnvironment(variables: Variables): Environment {
  const problems: string[] = []
  const fail: Fail = (message) => void problems.push(message)
  const port = readNumber(variables, 'PORT', 4321, [1, 65_535], fail)
  const storagePort = readNumber(variables, 'STORAGE_PORT', port + 1, [1, 65_535], fail)
  if (storagePort === port) fail(`STORAGE_PORT must differ from PORT (${port}).`)
  const apiPublicUrl = readAddress(variables, 'API_PUBLIC_URL', `http://localhost:${port}`, fail)
  const storage = `http://localhost:${storagePort}`
  const environment: Environment = {
    port,
    storagePort,
    host: given(variables, 'HOST') ?? null,
    apiPublicUrl: withApiPath(apiPublicUrl),
    hasApiPublicUrl: given(variables, 'API_PUBLIC_URL') !== undefined,
    storagePublicUrl: withoutSlash(readAddress(variables, 'STORAGE_PUBLIC_URL', storage, fail)),
    ticketLifeSeconds: readNumber(
      variables,
      'TICKET_TTL_SECONDS',
      900,
      [1, longestTicketSeconds],
      fail,
    ),
    dataDirectory: given(variables, 'LOADLINE_DATA_DIR') ?? '.data',
    allowedOrigins: [
      ...new Set([
        `http://localhost:${port}`,
        `http://127.0.0.1:${port}`,
        apiPublicUrl.origin,
        ...readOrigins(variables, fail),
      ]),
    ],
    auth: readAuth(variables, fail),
    categoriesPath: given(variables, 'LOADLINE_CATEGORIES') ?? null,
    limits: readLimits(variables, fail),
    logLevel: readLogLevel(variables, fail),
  }
  if (problems.length > 0) throw new StartupError(problems.join('\n'))
  return environment
}

function readLimits(variables: Variables, fail: Fail): LimitOptions {
  const read = (name: string) =>
    given(variables, name) === undefined
      ? undefined
      : readNumber(variables, name, 0, [0, Number.MAX_SAFE_INTEGER], fail)
  return {
    maxFileSize: read('LOADLINE_MAX_FILE_SIZE'),
    maxFiles: read('LOADLINE_MAX_FILES'),
    quotaSize: read('LOADLINE_QUOTA_BYTES'),
    maxOpenUploads: read('LOADLINE_MAX_OPEN_UPLOADS'),
  }
}

function readAddress(variables: Variables, name: string, fallback: string, fail: Fail): URL {
  const text = given(variables, name) ?? fallback
  const url = URL.canParse(text) ? new URL(text) : null
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (url !== null && isHttp && url.search === '' && url.hash === '' && url.username === '') {
    return url
  }
  fail(`${name} must be an address such as ${fallback}, without query and user, not "${text}".`)
  return new URL(fallback)
}

function readOrigins(variables: Variables, fail: Fail): readonly string[] {
  const items = (given(variables, 'ALLOWED_ORIGINS') ?? '').split(',').map((item) => item.trim())
  return items.filter((item) => {
    if (item === '') return false
    const isOrigin = URL.canParse(item) && new URL(item).origin === item
    if (!isOrigin) fail(`ALLOWED_ORIGINS holds "${item}", which is not like https://example.com.`)
    return isOrigin
  })
}

function readLogLevel(variables: Variables, fail: Fail): LogLevel {
  const level = given(variables, 'LOG_LEVEL') ?? 'info'
  if (level === 'info' || level === 'warn' || level === 'error' || level === 'silent') return level
  fail(`LOG_LEVEL must be info, warn, error or silent, not "${level}".`)
  return 'info'
}

function withApiPath(url: URL): string {
  return url.pathname === '/' ? url.origin + apiPath : withoutSlash(url)
}

function withoutSlash(url: URL): string {
  return url.href.replace(/\/+$/, '')
}
