import { Hono } from 'hono'
import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import { startRocketChat } from 'loadline-mock-backends'
import type { OtherBackends } from '../../src/read-config.js'
import { forward } from './forward.js'
import type { OtherBackend } from './other-backend.js'

const basePath = '/chat'
const serverVersion = '8.8'

/** Rocket.Chat with a room, under a path of the demo's origin: other origins get no files of it. */
export async function serveRocketChat(): Promise<OtherBackend<OtherBackends['rocketChat']>> {
  const server = await startRocketChat({ version: serverVersion, basePath })
  const { url, user, workspace } = server
  const { id: roomId } = workspace.addRoom('group', 'pier-7', [user])
  const auth = { userId: user.id, authToken: user.authToken }
  return {
    config: { baseUrl: basePath, serverVersion, roomId, ...auth },
    routes: new Hono().all(`${basePath}/*`, ({ req }) => forward(req.raw, new URL(url).origin)),
    origins: [],
    adapters: [
      rocketChatAdapter({
        baseUrl: url,
        serverVersion,
        room: { kind: 'group', id: roomId },
        getAuth: () => auth,
      }),
    ],
    close: () => server.close(),
  }
}
