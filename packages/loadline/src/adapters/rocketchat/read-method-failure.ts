/** What a method says of its failure, in the words of a refusal. */
export interface MethodFailure {
  readonly errorType: string | null
  readonly error: string
}

/**
 * Methods answer a text of JSON, and their failure stands in it, whatever the status around.
 * `null`: it did not fail, or is no such text.
 */
export function readMethodFailure(message: unknown): MethodFailure | null {
  if (typeof message !== 'string' || !message.startsWith('{')) return null
  const { error } = parse(message)
  if (typeof error !== 'object' || error === null) return null
  const { error: code, message: text } = error as Readonly<Record<string, unknown>>
  return {
    errorType: typeof code === 'string' ? code : null,
    error: typeof text === 'string' ? text : 'The method failed.',
  }
}

function parse(text: string): { readonly error?: unknown } {
  try {
    return JSON.parse(text) as { readonly error?: unknown }
  } catch {
    return {}
  }
}
