import { supports, toUploadError, UploadError } from '../contract/index.js'
import type {
  AddOptions,
  AddResult,
  FileRejection,
  FilesInput,
  PrepareContext,
  PrepareFile,
  RejectionReason,
  UploadTask,
  ValidateFile,
} from '../contract/index.js'
import { checkCollected, rejection, type KeyedFile } from '../intake/check-files.js'
import { collectedFiles } from '../intake/collected-files.js'
import { assertUploadFields, createTask } from '../intake/create-task.js'
import { createPrivateUpload, lifeSignal } from './private-upload.js'
import type { UploadEngine } from './upload-engine.js'

export interface IntakeDefaults {
  readonly prepareFile: PrepareFile | null
  readonly validate: ValidateFile | null
  /** New uploads wait for a release. */
  isHeld(): boolean
}

/** Checks files and puts the good ones into the queue: one write of the store, however many. */
export function addFiles(
  engine: UploadEngine,
  defaults: IntakeDefaults,
  input: FilesInput,
  options: AddOptions,
): AddResult {
  const { adapter, store, duplicates } = engine
  assertCanUpload(engine)
  assertUploadFields(adapter.name, adapter.features, options)
  const scope = options.scope ?? null
  const { counts } = store.totals(options.scope)
  const usage = {
    files: Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.cancelled,
    bytes: store.bucket(options.scope).allBytes,
    hasDuplicate: (key: string) => duplicates.has(key),
  }
  const addAnyway = (file: KeyedFile): string | null =>
    insert(engine, defaults, [file], options).ids[0] ?? null
  const files = collectedFiles(input)
  const { accepted, rejections } = checkCollected(files, options, scope, usage, addAnyway)
  const inserted = insert(engine, defaults, accepted, options)
  return { ids: inserted.ids, rejections: [...rejections, ...inserted.rejections] }
}

function insert(
  engine: UploadEngine,
  defaults: IntakeDefaults,
  files: readonly KeyedFile[],
  options: AddOptions,
): AddResult {
  const { adapter, uploads, duplicates, store } = engine
  const addedAt = engine.clock.now()
  const validate = options.validate ?? defaults.validate
  const tasks: UploadTask[] = []
  const rejections: FileRejection[] = []
  for (const { one, key } of files) {
    const kinds = engine.kindsFor(one.file.size)
    const task = createTask(one, options, adapter.features, kinds, addedAt, defaults.isHeld())
    const prepare = options.prepareFile ?? defaults.prepareFile
    const upload = createPrivateUpload(one, key, prepare)
    // Its signal only where somebody looks at it: one for each file would be most of the cost of adding it.
    const verdict =
      validate &&
      judge(validate, one.file, { signal: lifeSignal(upload), task: Object.freeze(task) })
    if (verdict !== null && !isPromise(verdict)) {
      rejections.push(rejection(one, [verdict], () => null))
      continue
    }
    uploads.set(task.id, upload)
    duplicates.add(key)
    tasks.push(task)
    if (verdict !== null) {
      upload.isValidating = true
      void awaitValidator(engine, task, verdict)
    }
  }
  store.insert(tasks)
  for (const task of tasks) {
    engine.trace.emit('added', task.id, { size: task.size })
    engine.enqueue(task)
  }
  engine.pump()
  return { ids: tasks.map(({ id }) => id), rejections }
}

/** One that throws at once has thrown for this file alone. */
function judge(
  validate: ValidateFile,
  file: File,
  context: PrepareContext,
): ReturnType<ValidateFile> {
  try {
    return validate(file, context)
  } catch (thrown) {
    return Promise.reject(toUploadError(thrown))
  }
}

/** Until it answers the task is queued, and does not start. */
async function awaitValidator(
  engine: UploadEngine,
  { id, epoch }: UploadTask,
  verdict: Promise<RejectionReason | null>,
): Promise<void> {
  const error = await verdict.then(asError, toUploadError)
  const upload = engine.uploads.get(id)
  const task = engine.store.get(id)
  if (upload === undefined || task === undefined) return
  upload.isValidating = false
  if (error !== null) {
    engine.dispatch(id, { type: 'step-failed', epoch, error, step: 'create' })
  } else {
    engine.enqueue(task)
    engine.pump()
  }
}

function asError(reason: RejectionReason | null): UploadError | null {
  if (reason === null) return null
  const { code, message } = reason
  return new UploadError('validation', { message, details: { code } })
}

function assertCanUpload({ adapter }: UploadEngine): void {
  if (supports(adapter, 'createUpload', 'finalizeUpload')) return
  throw new UploadError('unsupported', {
    message: `The adapter "${adapter.name}" cannot upload: it has no createUpload.`,
  })
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Partial<Promise<T>>).then === 'function'
}
