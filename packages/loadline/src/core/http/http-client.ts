/** One API call, in axios' words, so that the application's own instance fits. */
export interface HttpRequest {
  url: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
  params?: URLSearchParams
  data?: unknown
  signal?: AbortSignal
  responseType?: 'json' | 'blob'
}

/** Answers axios' response, or the data alone where an interceptor unwraps it. */
export interface HttpClient {
  request(config: HttpRequest): Promise<unknown>
}
