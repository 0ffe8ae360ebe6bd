export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>
export type LogLevel = 'info' | 'warn' | 'error' | 'silent'

/** One JSON object a line. Callers hand in no URL query, no token and no file name. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

const rank: Readonly<Record<LogLevel, number>> = { info: 0, warn: 1, error: 2, silent: 3 }

export function createLog(write: (line: string) => void, least: LogLevel = 'info'): Log {
  const at = (level: LogLevel) => (event: string, fields?: LogFields) => {
    if (rank[level] < rank[least]) return
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }))
  }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/**
 * What of an unexpected error may stand in a log: a database driver's message quotes the query with
 * its values, so that the message is left out, and the place in the code is kept.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause instanceof Error ? error.cause : undefined
  const causeCode = cause !== undefined && 'code' in cause ? String(cause.code) : undefined
  return {
    error: error.name,
    code: code ?? causeCode,
    at: frames
      .slice(0, 5)
      .map((line) => line.trim())
      .join(' < '),
  }
}
