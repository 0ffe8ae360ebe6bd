'use client'

import type { ReactNode } from 'react'
import { usePart } from '../slots/use-part.js'
import type { FieldFilesProps } from './field-files.js'

const load = () => import('./field-files.js')

/** The files of a field, once there are any. */
export function FieldFilesPlace(props: FieldFilesProps): ReactNode {
  const { part, failure } = usePart(load, props.field.items.length > 0)
  return part === null ? failure : <part.FieldFiles {...props} />
}
