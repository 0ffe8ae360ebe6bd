import {
  builtInTransports,
  createUploadQueue,
  UploadError,
  type AnyTransport,
  type FormTicket,
  type UploadTask,
} from 'loadline/core'
import type { RoqCall } from 'loadline-mock-backends'
import { makeFile } from 'loadline/testing'
import { sendWith } from 'loadline/testing/vitest'
import { describe, expect, onTestFinished } from 'vitest'
import { edgeCase } from './edge-case.js'
import { withTickets } from './roq-faults.js'
import {
  context,
  requestOf,
  roqSetting,
  timesAsked,
  upload,
  type RoqAdapter,
  type RoqSetting,
} from './roq-setting.js'
import { serveListener } from './serve-signer.js'

const file = () => makeFile({ name: 'file.txt', type: 'text/plain', size: 10 })

const silent = () => ({ abandonUpload: () => Promise.resolve() })
const statusesOf = ({ roq }: RoqSetting) => roq.createdIds.map((id) => roq.file(id)?.status)

describe('the form', () => {
  interface Sending extends RoqSetting {
    readonly send: (ticket: FormTicket, sent: File) => Promise<{ readonly status: number }>
  }
  const sending = async (
    wrap?: (adapter: RoqAdapter) => Partial<RoqAdapter>,
    send?: Sending['send'],
  ): Promise<Sending> => {
    const setting = await roqSetting(wrap === undefined ? {} : { wrap })
    return { ...setting, send: send ?? sendWith(builtInTransports(setting.adapter)) }
  }
  const fileFirst: Sending['send'] = async ({ url, fields }, sent) => {
    const body = new FormData()
    body.append('file', sent)
    for (const [name, value] of fields) body.append(name, value)
    return fetch(url, { method: 'POST', body })
  }
  edgeCase(
    8,
    {
      real: () => sending(),
      wrong: {
        'the odd fields are left out': () =>
          sending(
            withTickets((ticket) => ({
              ...ticket,
              fields: ticket.fields.filter(([name]) => !['maxSize', 'expiryTime'].includes(name)),
            })),
          ),
        'a field comes twice': () =>
          sending(
            withTickets((ticket) => ({
              ...ticket,
              fields: [...ticket.fields, ...ticket.fields.slice(0, 1)],
            })),
          ),
        'the token goes along': () =>
          sending(
            withTickets((ticket) => ({
              ...ticket,
              headers: { 'roq-platform-authorization': 'Bearer token' },
            })),
          ),
        'the file comes first': () => sending(undefined, fileFirst),
      },
    },
    async ({ roq, adapter, send }) => {
      const ticket = (await adapter.createUpload(requestOf(), context)) as FormTicket
      const answer = await send(ticket, file())
      const [post] = roq.posts
      expect([answer.status, roq.posts.length]).toEqual([204, 1])
      expect(post?.fields.map(([name]) => name)).toEqual([
        ...['maxSize', 'expiryTime', 'Content-Type', 'bucket', 'key', 'X-Amz-Algorithm'],
        ...['X-Amz-Credential', 'X-Amz-Date', 'Policy', 'X-Amz-Signature'],
      ])
      const headers = Object.keys(post?.headers ?? {})
      expect(headers.filter((name) => /authorization|^roq/.test(name))).toEqual([])
    },
  )

  const refused = { status: 403, code: 'AccessDenied', message: 'Extra input fields: <odd>' }
  const tooLarge = { status: 400, code: 'EntityTooLarge', message: 'Your proposed upload is big' }
  const broken = { kind: 'error', statusCode: 500, errorCode: 'INTERNAL_ERROR' } as const
  const isError = ({ variables }: RoqCall) => variables['status'] === 'error'
  edgeCase<RoqSetting & { readonly send?: typeof upload }>(
    9,
    {
      real: () => roqSetting(),
      wrong: {
        'ROQ is not told': () => roqSetting({ wrap: silent }),
        'the upload is called cancelled': () =>
          roqSetting({
            wrap: ({ abandonUpload }) => ({
              abandonUpload: (ref, _, ctx) => abandonUpload(ref, 'cancelled', ctx),
            }),
          }),
        'the words of the storage are lost': () =>
          roqSetting({
            wrap: () => ({
              readStoreError: (_, { status }) =>
                status < 300 ? null : new UploadError('forbidden', { status }),
            }),
          }),
        'what ROQ could not be told is the error': masked,
      },
    },
    async (setting) => {
      const { roq, send = upload } = setting
      const failedFiles = () => statusesOf(setting).filter((status) => status === 'error')
      // A first refusal is answered by a new form.
      roq.failNextPost(refused)
      roq.failNextPost(refused)
      roq.failNext('updateFileStatus', broken, isError)
      const task = await send(setting, file())
      await expect.poll(() => roq.calls.filter(isError).length, { timeout: 3_000 }).toBe(2)
      expect(task).toMatchObject({
        status: 'failed',
        error: { code: 'forbidden', message: 'Extra input fields: &lt;odd>' },
      })
      await expect.poll(failedFiles, { timeout: 3_000 }).toHaveLength(1)
      roq.failNextPost(tooLarge)
      expect(await send(setting, file())).toMatchObject({
        status: 'failed',
        error: { code: 'too-large', status: 400, message: tooLarge.message },
      })
      expect(roq.posts).toHaveLength(3)
      await expect.poll(failedFiles, { timeout: 3_000 }).toHaveLength(2)
    },
  )
})

/** Whoever fails to tell ROQ tells that, and not what went wrong before. */
async function masked(): Promise<RoqSetting & { readonly send: typeof upload }> {
  let mask: unknown = null
  const setting = await roqSetting({
    wrap: ({ abandonUpload }) => ({
      abandonUpload: (...args) =>
        abandonUpload(...args).catch((thrown: unknown) => {
          mask ??= thrown
          throw thrown
        }),
    }),
  })
  return {
    ...setting,
    async send(...args) {
      const task = await upload(...args)
      await expect.poll(() => mask).not.toBeNull()
      return { ...task, error: mask } as typeof task
    },
  }
}

describe('ends that nobody waits for', () => {
  const deaf = (transport: AnyTransport) => {
    const { signal } = new AbortController()
    return {
      ...transport,
      send: (input: never) => transport.send({ ...(input as object), signal } as never),
    }
  }
  edgeCase<RoqSetting & { readonly transports?: readonly AnyTransport[] }>(
    10,
    {
      real: () => roqSetting({ latencyMs: 20 }),
      wrong: {
        'ROQ is not told': () => roqSetting({ latencyMs: 20, wrap: silent }),
        'it is called a failure': () =>
          roqSetting({
            latencyMs: 20,
            wrap: ({ abandonUpload }) => ({
              abandonUpload: (ref, _, ctx) => abandonUpload(ref, 'error', ctx),
            }),
          }),
        'the form is sent to its end': async () => {
          const setting = await roqSetting({ latencyMs: 20 })
          return { ...setting, transports: builtInTransports(setting.adapter).map(deaf) }
        },
      },
    },
    async (setting) => {
      const { roq, adapter } = setting
      const duringCreate = await uploadCancelled(setting, ({ status }) => status === 'signing')
      expect(duringCreate.at(-1)).toBe('cancelled')
      await expect.poll(() => statusesOf(setting), { timeout: 5_000 }).toEqual(['cancelled'])
      const storage = await silentStorage()
      const plant = withTickets((ticket) => ({ ...ticket, url: storage.url }))
      const slow = { ...setting, adapter: { ...adapter, ...plant(adapter) } }
      const duringPost = await uploadCancelled(slow, () => storage.posts() === 1)
      expect(duringPost.slice(-2)).toEqual(['uploading', 'cancelled'])
      expect([...duringCreate, ...duringPost]).not.toContain('failed')
      await expect.poll(storage.brokenOff, { timeout: 1_000 }).toBe(1)
      await expect
        .poll(() => statusesOf(setting), { timeout: 5_000 })
        .toEqual(['cancelled', 'cancelled'])
      expect(roq.posts).toEqual([])
    },
  )

  edgeCase(
    11,
    {
      real: () => roqSetting(),
      wrong: {
        'what is ready already is a failure': () =>
          roqSetting({
            wrap: ({ finalizeUpload }) => {
              let hasFailed = false
              return {
                finalizeUpload: async (...args) => {
                  if (hasFailed) throw new UploadError('conflict')
                  hasFailed = true
                  return finalizeUpload(...args)
                },
              }
            },
          }),
        'the bytes are sent again': () =>
          roqSetting({
            wrap: ({ finalizeUpload }) => ({
              finalizeUpload: (...args) =>
                finalizeUpload(...args).catch((thrown: unknown) => {
                  const isLost = (thrown as UploadError).code === 'network'
                  throw isLost
                    ? new UploadError('validation', { details: { reason: 'bytes-missing' } })
                    : thrown
                }),
            }),
          }),
      },
    },
    async (setting) => {
      const { roq } = setting
      roq.failNext('updateFileStatus', { kind: 'lost' })
      const task = await upload(setting, file())
      expect(task.status).toBe('ready')
      expect([roq.posts.length, timesAsked(roq, 'updateFileStatus')]).toEqual([1, 2])
    },
  )
})

/** Takes a form and never answers: it is being posted for as long as somebody waits. */
async function silentStorage() {
  let [posts, brokenOff] = [0, 0]
  const { url, close } = await serveListener((incoming, outgoing) => {
    posts += 1
    incoming.resume()
    outgoing.on('close', () => {
      brokenOff += 1
    })
  })
  onTestFinished(close)
  return { url, posts: () => posts, brokenOff: () => brokenOff }
}

/** The statuses of an upload that is cancelled as soon as it is due. */
async function uploadCancelled(
  {
    adapter,
    transports,
  }: { readonly adapter: RoqAdapter; readonly transports?: readonly AnyTransport[] },
  isDue: (task: UploadTask) => boolean,
): Promise<readonly string[]> {
  const queue = createUploadQueue({ adapter, ...(transports && { transports }) })
  onTestFinished(queue.connect())
  const { ids } = queue.add([file()])
  const [id = ''] = ids
  const statuses: string[] = []
  const see = (): boolean => {
    const task = queue.getTask(id)
    if (task !== undefined && task.status !== statuses.at(-1)) statuses.push(task.status)
    return task !== undefined && isDue(task)
  }
  onTestFinished(queue.subscribeTask(id, see))
  await expect.poll(see, { interval: 2 }).toBe(true)
  queue.cancel()
  await queue.whenSettled(ids)
  see()
  return statuses
}
