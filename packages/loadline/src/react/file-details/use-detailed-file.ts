'use client'

import type { StoredFile } from '../../core/index.js'
import { useFile } from '../file-url/use-file.js'

/** A list may leave out what a file is attached to: then it is asked for. */
export function useDetailedFile(listed: StoredFile): StoredFile {
  const isWhole = listed.associations !== null
  const { file } = useFile(isWhole ? null : listed.id)
  return file === null ? listed : { ...listed, associations: file.associations }
}
