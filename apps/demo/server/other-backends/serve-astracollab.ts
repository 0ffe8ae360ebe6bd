import { Hono } from 'hono'
import { astraCollabAdapter } from 'loadline/adapters/astracollab'
import { startAstraCollab } from 'loadline-mock-backends'
import type { OtherBackends } from '../../src/read-config.js'
import { forward } from './forward.js'
import type { OtherBackend } from './other-backend.js'

const basePath = '/v1'
const apiKey = 'ak_demo'

/** AstraCollab behind a path of the demo's origin, where its API key is added. */
export async function serveAstraCollab(): Promise<OtherBackend<OtherBackends['astraCollab']>> {
  const { baseUrl, close } = await startAstraCollab({ apiKey })
  const { origin } = new URL(baseUrl)
  return {
    config: { baseUrl: basePath },
    routes: new Hono().all(`${basePath}/*`, ({ req }) =>
      forward(req.raw, origin, { authorization: `Bearer ${apiKey}` }),
    ),
    origins: [origin],
    adapters: [astraCollabAdapter({ baseUrl, getToken: () => apiKey })],
    close,
  }
}
