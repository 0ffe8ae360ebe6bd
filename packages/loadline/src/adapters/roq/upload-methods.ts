import {
  UploadError,
  type CallContext,
  type OptionalMethods,
  type StoredFile,
  type UploadLookup,
  type UploadLookupState,
  type UploadRef,
  type UploadRequest,
  type UploadTicket,
} from '../../core/index.js'
import type { RoqCategories } from './categories.js'
import { finishUpload, type FinishParts } from './finish-upload.js'
import { giveUpFile } from './give-up-file.js'
import { hasCode } from './has-code.js'
import { getFileOperation } from './operations.js'
import { readFile } from './read-file.js'
import { readTicket } from './read-ticket.js'
import type { RoqClient } from './roq-client.js'

type UploadMethods = Required<
  Pick<OptionalMethods, 'createUpload' | 'finalizeUpload' | 'lookupUpload' | 'abandonUpload'>
>

export interface UploadParts extends FinishParts {
  readonly categories: RoqCategories
  readonly defaultCategory: string | undefined
}

const stateOf: Readonly<Record<StoredFile['status'], UploadLookupState>> = {
  // The storage may have its bytes; only a finalise finds out.
  upload_pending: 'unknown',
  processing: 'finalized',
  ready: 'finalized',
  error: 'gone',
  cancelled: 'gone',
  unknown: 'unknown',
}

/** Create, post the form, tell ROQ that it is ready: the bytes go past ROQ, so that nothing else tells it. */
export function uploadMethods(parts: UploadParts): UploadMethods {
  /** Of uploads that may be created again, by their own id: ROQ makes another file each time. */
  const created = new Map<string, string>()
  const abandoned = new Set<string>()
  return {
    async createUpload(request, ctx) {
      const { clientId } = request
      const category = categoryOf(request, parts.defaultCategory)
      await parts.categories.check(request, category)
      const before = created.get(clientId)
      // The file that a form before was signed for. Where it cannot be given up, the new one matters more.
      if (before !== undefined) await giveUp(parts, before, 'cancelled', ctx)
      const ticket = await create(parts, request, category, ctx)
      if (ticket.fileId !== null) created.set(clientId, ticket.fileId)
      return ticket
    },
    async finalizeUpload({ ref, request }, ctx) {
      const id = fileIdOf(ref)
      if (id === null || abandoned.has(ref.clientId)) throw missing()
      const file = await finishUpload(parts, id, request, ctx)
      created.delete(ref.clientId)
      return file
    },
    async lookupUpload(ref, ctx) {
      const id = fileIdOf(ref)
      return id === null ? { state: 'unknown', file: null } : lookUp(parts.client, id, ctx)
    },
    async abandonUpload(ref, reason, ctx) {
      const id = fileIdOf(ref)
      abandoned.add(ref.clientId)
      created.delete(ref.clientId)
      if (id !== null) await giveUpFile(parts, id, reason, ctx)
    },
  }
}

/** @throws UploadError `too-large` for what the storage would refuse */
async function create(
  parts: UploadParts,
  request: UploadRequest,
  fileCategory: string,
  ctx: CallContext,
): Promise<UploadTicket> {
  const { client, mutations } = parts
  const { name, contentType, size } = request
  const operation = mutations.createUpload({ name, contentType, fileCategory })
  const ticket = readTicket((await client.ask(...operation, ctx)).value, request)
  const { fileId, maxSize } = ticket
  if (maxSize === null || size <= maxSize) return ticket
  if (fileId !== null) await giveUp(parts, fileId, 'error', ctx)
  throw new UploadError('too-large', {
    message: `${size} bytes; the storage takes ${maxSize}.`,
    details: { maxSize },
  })
}

/** Where something else is to be told, which matters more than what this finds. */
async function giveUp(...args: Parameters<typeof giveUpFile>): Promise<void> {
  await giveUpFile(...args).catch(() => undefined)
}

async function lookUp(client: RoqClient, id: string, ctx: CallContext): Promise<UploadLookup> {
  try {
    const file = readFile((await client.ask(getFileOperation, { id }, ctx)).value)
    const state = stateOf[file.status]
    return { state, file: state === 'finalized' ? file : null }
  } catch (thrown) {
    if (hasCode(thrown, 'not-found')) return { state: 'gone', file: null }
    throw thrown
  }
}

/** `null`: its create was not answered. @throws UploadError `not-found` for a file of another upload */
function fileIdOf({ clientId, fileId, state }: UploadRef): string | null {
  if (fileId !== null && state !== clientId) throw missing()
  return fileId
}

function categoryOf({ category }: UploadRequest, fallback: string | undefined): string {
  const key = category ?? fallback
  if (key !== undefined) return key
  throw new UploadError('validation', {
    message: 'ROQ needs a category: give one with the files, or `defaultCategory` to the adapter.',
  })
}

function missing(): UploadError {
  return new UploadError('not-found', { message: 'ROQ has no such upload.' })
}
