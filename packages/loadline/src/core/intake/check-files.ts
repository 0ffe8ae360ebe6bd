import type {
  CollectedFile,
  FileRejection,
  FileRules,
  FilesInput,
  RejectionReason,
} from '../contract/index.js'
import { acceptedTypes, matchesAccept } from './accept.js'
import { collectedFiles } from './collected-files.js'

/** What is there already: count and size rules, and duplicates, include it. */
export interface IntakeUsage {
  readonly files: number
  readonly bytes: number
  hasDuplicate(key: string): boolean
}

export interface CheckedFiles {
  readonly accepted: readonly CollectedFile[]
  readonly rejections: readonly FileRejection[]
}

const nothing: IntakeUsage = { files: 0, bytes: 0, hasDuplicate: () => false }

/** The checks of `queue.add`, without adding. One bad file does not keep the good ones out. */
export function checkFiles(files: FilesInput, rules: FileRules): CheckedFiles {
  const collected = collectedFiles(files)
  const { accepted, rejections } = checkCollected(collected, rules, null, nothing, () => null)
  return { accepted: accepted.map(({ one }) => one), rejections }
}

/** A file that passed, with its key among duplicates. */
export interface KeyedFile {
  readonly one: CollectedFile
  readonly key: string
}

export function checkCollected(
  files: readonly CollectedFile[],
  rules: FileRules,
  scope: string | null,
  usage: IntakeUsage,
  addAnyway: (file: KeyedFile) => string | null,
): { readonly accepted: readonly KeyedFile[]; readonly rejections: readonly FileRejection[] } {
  const accepted: KeyedFile[] = []
  const rejections: FileRejection[] = []
  const types = acceptedTypes(rules.accept)
  const seen = new Set<string>()
  let bytes = usage.bytes
  for (const one of files) {
    const { file } = one
    const key = duplicateKey(one, scope)
    const errors = ownReasons(file, rules, types)
    const isDuplicate = seen.has(key) || usage.hasDuplicate(key)
    if (isDuplicate && rules.duplicates !== 'allow') errors.push(duplicate(file))
    const tooMuch = sumReason(file, rules, usage.files + accepted.length, bytes)
    if (tooMuch !== null && errors.length === 0) errors.push(tooMuch)
    if (errors.length === 0) {
      accepted.push({ one, key })
      seen.add(key)
      bytes += file.size
    } else {
      rejections.push(rejection(one, errors, () => addAnyway({ one, key })))
    }
  }
  return { accepted, rejections }
}

/** Two files with the same key are taken for the same file of that scope. */
export function duplicateKey({ file, path }: CollectedFile, scope: string | null): string {
  const { name, size, type, lastModified } = file
  return [scope, path, name, size, type, lastModified].join('\0')
}

function ownReasons(
  file: File,
  { minSize, maxSize }: FileRules,
  types: readonly string[],
): RejectionReason[] {
  const reasons: RejectionReason[] = []
  if (!matchesAccept(file, types)) {
    reasons.push({
      code: 'type-not-allowed',
      limit: types,
      message: `Accepted are: ${types.join(', ')}.`,
    })
  }
  if (maxSize !== undefined && file.size > maxSize) {
    reasons.push({
      code: 'too-large',
      limit: maxSize,
      message: `${file.size} bytes; the most is ${maxSize}.`,
    })
  }
  if (minSize !== undefined && file.size < minSize) {
    reasons.push({
      code: 'too-small',
      limit: minSize,
      message: `${file.size} bytes; the least is ${minSize}.`,
    })
  }
  return reasons
}

function sumReason(
  file: File,
  { maxFiles, maxTotalSize }: FileRules,
  filesBefore: number,
  bytesBefore: number,
): RejectionReason | null {
  if (maxFiles !== undefined && filesBefore >= maxFiles) {
    return { code: 'too-many', limit: maxFiles, message: `The most is ${maxFiles} files.` }
  }
  if (maxTotalSize !== undefined && bytesBefore + file.size > maxTotalSize) {
    return {
      code: 'total-too-large',
      limit: maxTotalSize,
      message: `Together the files may have ${maxTotalSize} bytes.`,
    }
  }
  return null
}

function duplicate(file: File): RejectionReason {
  return { code: 'duplicate', message: `"${file.name}" has been added already.` }
}

export function rejection(
  one: CollectedFile,
  errors: readonly RejectionReason[],
  addAnyway: () => string | null,
): FileRejection {
  let canAdd = errors.every(({ code }) => code === 'duplicate')
  return {
    file: one.file,
    path: one.path,
    errors,
    addAnyway() {
      if (!canAdd) return null
      canAdd = false
      return addAnyway()
    },
  }
}
