'use client'

import { useEffect, useMemo, useState } from 'react'
import {
  checkFiles,
  type AddOptions,
  type AddResult,
  type CollectedFile,
  type FileRejection,
  type FilesInput,
} from '../../core/index.js'
import { useNewest } from '../hooks/use-newest.js'
import { useProvider } from '../provider/files-context.js'
import type { OwnUploadReports } from '../uploads/upload-reports.js'
import { acceptedFiles } from './accepted-files.js'
import { addOptionsOf } from './add-options.js'
import { OwnUploads } from './own-uploads.js'

export interface IntakeReports extends OwnUploadReports {
  /** After files were taken; their uploads have begun. */
  readonly onFilesAdded?: ((details: { readonly ids: readonly string[] }) => void) | undefined
  /** After files were refused, or kept out by `prepareFile`. */
  readonly onFilesRejected?:
    | ((details: { readonly rejections: readonly FileRejection[] }) => void)
    | undefined
}

export interface IntakeOptions extends AddOptions, IntakeReports {
  readonly multiple?: boolean | undefined
}

/** What has a say in what is taken, and keeps it: a field. */
export interface IntakeKeeper {
  readonly add: (files: readonly CollectedFile[], options: AddOptions) => AddResult
  readonly adopt: (added: readonly AddedFile[]) => void
}

export interface AddedFile {
  readonly id: string
  readonly file: File
}

export interface Refusal {
  readonly rejections: readonly FileRejection[]
  /** Of how many that were chosen together. */
  readonly total: number
}

const nothing: Refusal = { rejections: [], total: 0 }

/** Adds files, keeps what was refused, and reports what becomes of the rest. */
export function useIntake(props: IntakeOptions, keeper: IntakeKeeper | null) {
  const { queue } = useProvider()
  const own = useMemo(() => new OwnUploads(queue), [queue])
  const newest = useNewest({ props, keeper })
  const [refusal, setRefusal] = useState(nothing)

  useEffect(
    () =>
      own.watch(() => ({
        ...newest.current.props,
        onKeptOut: (rejection) => {
          setRefusal(({ rejections, total }) => ({
            rejections: [...rejections, rejection],
            total: Math.max(total, rejections.length + 1),
          }))
          newest.current.props.onFilesRejected?.({ rejections: [rejection] })
        },
      })),
    [own, newest],
  )

  const adopt = (added: readonly AddedFile[]) => {
    for (const { id, file } of added) own.adopt(id, file)
    newest.current.keeper?.adopt(added)
  }
  /** By the newest options: a folder may have taken its time to be read. */
  const addFiles = (input: FilesInput) => {
    const { props: now, keeper: keeps } = newest.current
    const files = Array.from(input as ArrayLike<File | CollectedFile>, collected)
    if (files.length === 0) return
    const add = keeps?.add ?? queue.add
    const { ids, rejections } = addSome(files, now, add)
    const accepted = acceptedFiles(
      files.map(({ file }) => file),
      rejections,
    )
    adopt(ids.flatMap((id, index) => pairOf(id, accepted[index])))
    const refused = rejections.map((rejection) => adopting(rejection, adopt))
    setRefusal({ rejections: refused, total: files.length })
    if (ids.length > 0) now.onFilesAdded?.({ ids })
    if (refused.length > 0) now.onFilesRejected?.({ rejections: refused })
  }
  const setRejections = (rejections: readonly FileRejection[]) => {
    setRefusal(({ total }) => (rejections.length === 0 ? nothing : { rejections, total }))
  }
  return { addFiles, refusal, setRejections }
}

function pairOf(id: string, file: File | undefined): AddedFile | readonly never[] {
  return file === undefined ? [] : { id, file }
}

function collected(item: File | CollectedFile): CollectedFile {
  return 'file' in item ? item : { file: item, path: item.webkitRelativePath || null }
}

/** Where one file is all that is wanted, the first good one of many. */
function addSome(
  files: readonly CollectedFile[],
  props: IntakeOptions,
  add: IntakeKeeper['add'],
): AddResult {
  const options = addOptionsOf(props)
  if (props.multiple !== false || files.length < 2) return add(files, options)
  const { accepted, rejections } = checkFiles(files, { ...options, maxFiles: 1 })
  const result = add(accepted, options)
  return { ids: result.ids, rejections: [...rejections, ...result.rejections] }
}

function adopting(
  rejection: FileRejection,
  adopt: (added: readonly AddedFile[]) => void,
): FileRejection {
  return {
    ...rejection,
    addAnyway: () => {
      const id = rejection.addAnyway()
      if (id !== null) adopt([{ id, file: rejection.file }])
      return id
    },
  }
}
