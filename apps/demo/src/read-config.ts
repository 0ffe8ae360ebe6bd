export interface DemoConfig {
  /** Where the Files API of the demo's own backend stands. */
  readonly apiUrl: string
  /** Default: there are no other backends. */
  readonly others?: OtherBackends | undefined
}

/** What the adapters of the other backends are made of. */
export interface OtherBackends {
  readonly roq: {
    readonly host: string
    /** In the order of the demo's people. */
    readonly people: readonly {
      readonly token: string
      /** Base of the routes that associate files as this person. */
      readonly associations: string
    }[]
  }
  readonly rocketChat: {
    readonly baseUrl: string
    readonly serverVersion: string
    readonly roomId: string
    readonly userId: string
    readonly authToken: string
  }
  readonly astraCollab: { readonly baseUrl: string }
}

/** What the server wrote into the page; during development there is no such server. */
export function readConfig(): DemoConfig {
  const written = document.querySelector('#loadline-config')?.textContent
  const config: unknown = written ? JSON.parse(written) : null
  return isConfig(config) ? config : { apiUrl: '/api' }
}

function isConfig(value: unknown): value is DemoConfig {
  return (
    typeof value === 'object' &&
    value !== null &&
    'apiUrl' in value &&
    typeof value.apiUrl === 'string'
  )
}
