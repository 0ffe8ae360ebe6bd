'use client'

import type { ReactNode } from 'react'
import type { FolderStep } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface FolderPathProps {
  /** From the root, which it leaves out, to the folder that is shown. */
  readonly path: readonly FolderStep[]
  readonly onGo: (path: readonly FolderStep[], fromId?: string) => void
}

/** The way from the root to here. In little room it is the folder and the one above it. */
export function FolderPath({ path, onGo }: FolderPathProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const names = [messages.allFiles, ...path.map(({ name }) => name)]
  return (
    <nav {...slot('crumbs')} aria-label={messages.folders}>
      <ol {...slot('crumb-list')}>
        {names.map((name, depth) => {
          const isHere = depth === path.length
          return (
            <li
              key={path[depth - 1]?.id ?? ''}
              {...slot('crumb')}
              data-far={depth < path.length - 1 ? '' : undefined}
            >
              {isHere ? (
                <span {...slot('crumb-here')} aria-current="page" tabIndex={-1}>
                  <bdi>{name}</bdi>
                </span>
              ) : (
                <button
                  {...slot('crumb-button')}
                  type="button"
                  data-folder={path[depth - 1]?.id ?? ''}
                  onClick={() => onGo(path.slice(0, depth), path[depth]?.id)}
                >
                  <bdi>{name}</bdi>
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
