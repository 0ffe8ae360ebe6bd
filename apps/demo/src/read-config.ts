export interface DemoConfig {
  readonly apiUrl: string
}

/** What the server wrote into the page; during development there is no such server. */
export function readConfig(): DemoConfig {
  const written = document.querySelector('#loadline-config')?.textContent
  const config: unknown = written ? JSON.parse(written) : null
  return { apiUrl: hasApiUrl(config) ? config.apiUrl : '/api' }
}

function hasApiUrl(value: unknown): value is DemoConfig {
  return (
    typeof value === 'object' &&
    value !== null &&
    'apiUrl' in value &&
    typeof value.apiUrl === 'string'
  )
}
