'use client'

import type { ReactNode } from 'react'
import { usePart } from '../slots/use-part.js'
import type { RejectionListProps } from './rejection-list.js'

const load = () => import('./rejection-list.js')

/** The files that were not taken, once there are any. */
export function RejectionPlace(props: RejectionListProps): ReactNode {
  const { part, failure } = usePart(load, props.rejections.length > 0)
  return part === null ? failure : <part.RejectionList {...props} />
}
