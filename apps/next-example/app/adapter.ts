import { restAdapter } from 'loadline/adapters/rest'

/** The same list for the server, which knows the backend's address, and for the browser, which goes through this origin. */
export function documentsAdapter(baseUrl: string) {
  return restAdapter({ baseUrl, cacheKey: 'documents' })
}
