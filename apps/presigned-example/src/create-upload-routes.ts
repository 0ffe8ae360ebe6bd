import { Hono } from 'hono'
import type { FinalizeAnswer, SignAnswer } from 'loadline/adapters/presigned'
import type { ObjectStore } from 'loadline-server'
import { z } from 'zod'

const maxSize = 100 * 1024 * 1024
const ticketLifeMs = 15 * 60_000
const linkLifeMs = 60 * 60_000

const signBody = z.object({
  clientId: z.uuid(),
  name: z.string().min(1).max(255),
  contentType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  size: z.int().min(0),
})
const finalizeBody = z.object({ clientId: z.uuid(), fileId: z.string() })

type Upload = z.output<typeof signBody>

/** The two routes. Yours know who is signed in, and keep the uploads in a table. */
export function createUploadRoutes(store: ObjectStore): Hono {
  const uploads = new Map<string, Upload>()
  const app = new Hono()

  app.post('/sign', async (c) => {
    const body = signBody.safeParse(await c.req.json())
    if (!body.success) return c.json({ code: 'validation' }, 422)
    const { contentType, size } = body.data
    if (size > maxSize) return c.json({ code: 'too-large', details: { maxSize } }, 413)

    // The key is made here: a name or an id of the browser's must not choose where bytes go.
    const key = crypto.randomUUID().replaceAll('-', '')
    const expiresAt = Date.now() + ticketLifeMs
    const grant = { key, contentType, size, checksum: null, expiresAt }
    const { url, headers } = await store.signPut(grant)
    uploads.set(key, body.data)
    const answer: SignAnswer = {
      url,
      headers,
      fileId: key,
      expiresAt: new Date(expiresAt).toISOString(),
    }
    return c.json(answer)
  })

  app.post('/finalize', async (c) => {
    const body = finalizeBody.safeParse(await c.req.json())
    if (!body.success) return c.json({ code: 'validation' }, 422)
    const { clientId, fileId: key } = body.data
    const upload = uploads.get(key)
    if (upload?.clientId !== clientId) return c.json({ code: 'not-found' }, 404)

    // What the browser says of the bytes proves nothing: the store is asked.
    const object = await store.head(key)
    if (object?.size !== upload.size) {
      return c.json({ code: 'validation', details: { reason: 'bytes-missing' } }, 422)
    }
    await store.promote(key, object.etag)
    const { name, contentType } = upload
    const expiresAt = Date.now() + linkLifeMs
    const { url } = await store.signGet({ key, name, contentType, expiresAt })
    const answer: FinalizeAnswer = { id: key, url }
    return c.json(answer)
  })

  return app
}
