import { Hono } from 'hono'
import type { OtherBackends } from '../../src/read-config.js'
import { storeSamples } from '../samples/store-samples.js'
import { serveAstraCollab } from './serve-astracollab.js'
import { serveRocketChat } from './serve-rocket-chat.js'
import { serveRoq } from './serve-roq.js'

export interface StartedBackends {
  /** For the page. */
  readonly config: OtherBackends
  /** Other origins that pages reach. */
  readonly origins: readonly string[]
  /** What the demo's own origin answers for them. */
  readonly routes: Hono
  storeSamples(): Promise<void>
  close(): Promise<void>
}

/** Local servers that speak as ROQ, Rocket.Chat and AstraCollab do; what they hold goes with them. */
export async function startOtherBackends(
  categories: readonly { readonly key: string; readonly name: string }[],
): Promise<StartedBackends> {
  const roq = await serveRoq(categories)
  const rocketChat = await serveRocketChat()
  const astraCollab = await serveAstraCollab()
  const all = [roq, rocketChat, astraCollab]
  const routes = new Hono()
  for (const backend of all) routes.route('/', backend.routes)
  return {
    config: { roq: roq.config, rocketChat: rocketChat.config, astraCollab: astraCollab.config },
    origins: all.flatMap(({ origins }) => origins),
    routes,
    storeSamples: async () =>
      void (await Promise.all(all.map(({ adapters }) => storeSamples(adapters)))),
    close: async () => void (await Promise.all(all.map((backend) => backend.close()))),
  }
}
