'use client'

import { useEffect, useMemo, useState } from 'react'
import type { AddOptions, FileRejection } from '../../core/index.js'
import { useNewest } from '../hooks/use-newest.js'
import { useProvider } from '../provider/files-context.js'
import type { OwnUploadReports } from '../uploads/upload-reports.js'
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

/** Adds files, keeps what was refused, and reports what becomes of the rest. */
export function useIntake(props: AddOptions & IntakeReports) {
  const { queue } = useProvider()
  const own = useMemo(() => new OwnUploads(queue), [queue])
  const newest = useNewest(props)
  const [rejections, setRejections] = useState<readonly FileRejection[]>([])

  useEffect(
    () =>
      own.watch(() => ({
        ...newest.current,
        onKeptOut: (rejection) => {
          setRejections((former) => [...former, rejection])
          newest.current.onFilesRejected?.({ rejections: [rejection] })
        },
      })),
    [own, newest],
  )

  const addFiles = (files: readonly File[]) => {
    const result = queue.add(files, addOptionsOf(props))
    const accepted = acceptedOf(files, result.rejections)
    for (const [index, id] of result.ids.entries()) {
      const file = accepted[index]
      if (file !== undefined) own.adopt(id, file)
    }
    const refused = result.rejections.map((rejection) => adopting(rejection, own))
    setRejections(refused)
    if (result.ids.length > 0) props.onFilesAdded?.({ ids: result.ids })
    if (refused.length > 0) props.onFilesRejected?.({ rejections: refused })
  }
  return { addFiles, rejections, setRejections }
}

/** In order. The same file may have been given twice: then the first was taken. */
function acceptedOf(files: readonly File[], rejections: readonly FileRejection[]): readonly File[] {
  const refused = rejections.map(({ file }) => file)
  return files
    .toReversed()
    .filter((file) => {
      const index = refused.indexOf(file)
      if (index !== -1) refused.splice(index, 1)
      return index === -1
    })
    .toReversed()
}

function adopting(rejection: FileRejection, own: OwnUploads): FileRejection {
  return {
    ...rejection,
    addAnyway: () => {
      const id = rejection.addAnyway()
      if (id !== null) own.adopt(id, rejection.file)
      return id
    },
  }
}
