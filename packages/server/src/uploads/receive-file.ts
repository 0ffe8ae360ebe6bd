import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { UploadFileAnswer } from 'loadline/protocol'
import { files, type FileRow } from '../database/schema.js'
import { presentFile } from '../files/present-file.js'
import { ProblemError } from '../http/problem.js'
import { validationProblem } from '../http/router.js'
import type { User } from '../identity/identify.js'
import { assertWithinLimits } from '../limits/assert-within-limits.js'
import type { ServerContext } from '../server-context.js'
import { drainBody } from '../store/disk/drain-body.js'
import { readForm, type FormFile } from '../store/disk/read-form.js'
import { StoreRefusal } from '../store/disk/store-refusal.js'
import { commitUpload } from './commit-upload.js'
import { uploadFields } from './form-schemas.js'
import { insertUpload } from './insert-upload.js'
import { limitOf, measure } from './measure.js'

/** A sender slower than this is ended. */
const pace = { windowMs: 60_000, minBytes: 64 * 1024 }

/** All three steps in one call, whose bytes pass through here. Where one fails neither row nor object stays. */
export async function receiveFile(
  context: ServerContext,
  user: User,
  request: Request,
): Promise<UploadFileAnswer> {
  const length = Number(request.headers.get('content-length') ?? Infinity)
  try {
    const row = await readForm(request, { pace, length, fileField: 'file' }, (file) =>
      storeFile(context, user, file),
    )
    if (row.status === 'processing') context.processor.wake()
    return await presentFile(context, row)
  } catch (error) {
    // Else some browsers tell of a lost connection, and not of the answer.
    await drainBody(request)
    throw error instanceof StoreRefusal ? problemOf(error) : error
  }
}

async function storeFile(context: ServerContext, user: User, file: FormFile): Promise<FileRow> {
  const { checksum, ...fields } = readFields(file)
  const input = {
    ...fields,
    clientId: randomUUID(),
    // As much as came is written down when it is known.
    size: 0,
    checksum: checksum === undefined ? null : { algorithm: 'sha-256' as const, value: checksum },
  }
  const extras = { kind: 'put' as const, fence: 0, requestDigest: '' }
  const row = await insertUpload(context, user, input, extras)
  if (row === null) throw new Error('A random id was taken.')
  try {
    const counted = measure(file, limitOf(context, row))
    await context.store.receive(row.objectKey, counted.bytes, row.contentType)
    return await commitReceived(context, user, row.id, counted.size())
  } catch (error) {
    await context.db.delete(files).where(eq(files.id, row.id))
    await context.store.delete(row.objectKey)
    throw error
  }
}

function readFields({ name, contentType, fields }: FormFile) {
  const given = { name, contentType, ...Object.fromEntries(fields) }
  const parsed = uploadFields.safeParse(given)
  if (!parsed.success) throw validationProblem('form', parsed.error.issues)
  return parsed.data
}

function commitReceived(context: ServerContext, user: User, id: string, size: number) {
  return context.db.transaction(async (transaction) => {
    const [row] = await transaction.update(files).set({ size }).where(eq(files.id, id)).returning()
    if (row === undefined) throw new Error('A row went while its bytes came.')
    await assertWithinLimits(context, transaction, user)
    return commitUpload(context, transaction, row, { parts: [], etag: null, checksum: null })
  })
}

function problemOf({ code, message }: StoreRefusal): ProblemError {
  if (code === 'InsufficientStorage') return new ProblemError(507, 'quota', message)
  if (code === 'RequestTimeout') return new ProblemError(408, 'timeout', message)
  return new ProblemError(422, 'validation', message, { reason: 'form-invalid' })
}
