import { startAstraCollab, type AstraCollabOptions } from 'loadline-mock-backends'

/** Base URLs of servers on another origin than the tests' page. */
export interface ServedAstraCollabs {
  readonly open: string
  /** Pages may read neither the ETag nor the rate limit. */
  readonly hidden: string
  /** The same, and no ETag in the body either. */
  readonly mute: string
  /** One call an hour. */
  readonly limited: string
  /** No page of another origin. */
  readonly closed: string
}

const partSize = 100_000

export async function serveAstraCollabs(): Promise<{
  readonly baseUrls: ServedAstraCollabs
  close(): Promise<void>
}> {
  const closing: (() => Promise<void>)[] = []
  const serve = async (options: AstraCollabOptions): Promise<string> => {
    const { baseUrl, close } = await startAstraCollab({ partSize, ...options })
    closing.push(close)
    return baseUrl
  }
  const baseUrls: ServedAstraCollabs = {
    open: await serve({}),
    hidden: await serve({ exposesHeaders: false }),
    mute: await serve({ exposesHeaders: false, etagIn: 'header' }),
    limited: await serve({ exposesHeaders: false, rateLimit: { calls: 1, windowSeconds: 3_600 } }),
    closed: await serve({ allowsOrigins: false }),
  }
  return { baseUrls, close: async () => void (await Promise.all(closing.map((close) => close()))) }
}
