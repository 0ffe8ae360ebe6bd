'use client'

import { useEffect, useState } from 'react'
import {
  isUploadError,
  type StoredFile,
  type UploadErrorCode,
  type UploadTask,
} from '../../core/index.js'
import { useFreshFiles } from '../file-url/use-fresh-files.js'
import { useProvider } from '../provider/files-context.js'
import type { LoadedPreview } from './load-preview.js'
import { previewKind, type PreviewKind } from './preview-kind.js'

type WithoutRelease<T> = T extends unknown ? Omit<T, 'release'> : never

/** An address for a picture, a film, a sound or the browser's viewer of PDFs; or the text itself. */
export type PreviewContent = WithoutRelease<LoadedPreview>

/**
 * `unsupported`: browsers show nothing of this kind. `too-large`: to be loaded, or to be drawn. `damaged`: its bytes
 * are not what it says it is. `failed`: they did not come.
 */
export type PreviewProblem = 'unsupported' | 'too-large' | 'damaged' | 'failed'

export interface FilePreview {
  /** What it is shown as; `null`: not at all. */
  readonly kind: PreviewKind | null
  readonly status: 'pending' | 'ready' | 'error'
  /** Once it is `ready`. */
  readonly content: PreviewContent | null
  readonly problem: PreviewProblem | null
  /** For `onLoad` of what shows it. */
  readonly onLoad: () => void
  /** For `onError` of what shows it: it is loaded once more, from a new address. */
  readonly onError: () => void
  readonly retry: () => void
}

interface Attempt {
  /** Whose. */
  readonly key: string
  /** Counts every start. */
  readonly turn: number
  /** How often it was loaded and could not be shown. */
  readonly failures: number
}

interface Outcome {
  readonly id: string
  readonly content: PreviewContent | null
  readonly problem: PreviewProblem | null
}

/**
 * What a page can show of a stored file, or of an upload whose bytes are here: loaded when this is mounted, given up
 * with it. Nothing of it ever runs. `null`: none.
 */
export function useFilePreview(fileOrTask: StoredFile | UploadTask | null): FilePreview {
  const kind = fileOrTask && previewKind(fileOrTask)
  const key = `${kind ?? ''} ${fileOrTask?.id ?? ''}`
  const [attempt, setAttempt] = useState<Attempt>({ key, turn: 0, failures: 0 })
  if (attempt.key !== key) setAttempt({ key, turn: attempt.turn + 1, failures: 0 })
  const outcome = useOutcome(fileOrTask, kind, attempt)
  const start = (failures: number) =>
    setAttempt((old) => ({ ...old, turn: old.turn + 1, failures }))
  return {
    kind,
    ...resultOf(kind, outcome),
    onLoad: () => setAttempt((old) => (old.failures === 0 ? old : { ...old, failures: 0 })),
    onError: () => start(attempt.failures + 1),
    retry: () => start(0),
  }
}

function resultOf(kind: PreviewKind | null, outcome: Outcome | null) {
  if (kind === null) return { status: 'error', content: null, problem: 'unsupported' } as const
  if (outcome === null) return { status: 'pending', content: null, problem: null } as const
  const { content, problem } = outcome
  return { status: content === null ? 'error' : 'ready', content, problem } as const
}

/** The first may be that of an address that is over. */
const mostFailures = 1

/** `null`: not yet. */
function useOutcome(
  item: StoredFile | UploadTask | null,
  kind: PreviewKind | null,
  { key, turn, failures }: Attempt,
): Outcome | null {
  const provider = useProvider()
  const addresses = useFreshFiles()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [held] = useState({ item, provider, addresses, failures })
  useEffect(() => {
    Object.assign(held, { item, provider, addresses, failures })
  })
  const id = `${key} ${String(turn)}`
  useEffect(() => {
    const { item: shown, failures: before } = held
    if (kind === null || shown === null || before > mostFailures) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const start = { ...held, item: shown, kind, isRepeated: before === 1, signal }
    let release = (): void => undefined
    import('./load-file-preview.js')
      .then(({ loadFilePreview }) => loadFilePreview(start))
      .then(
        (content) => {
          ;({ release } = content)
          if (signal.aborted) release()
          else setOutcome({ id, content, problem: null })
        },
        (error: unknown) => {
          if (!signal.aborted) setOutcome({ id, content: null, problem: problemOf(error) })
        },
      )
    return () => {
      controller.abort()
      release()
    }
  }, [held, kind, id])
  if (failures > mostFailures) return { id, content: null, problem: 'damaged' }
  return outcome?.id === id ? outcome : null
}

const problems: Partial<Record<UploadErrorCode, PreviewProblem>> = {
  'too-large': 'too-large',
  unsupported: 'unsupported',
  'type-not-allowed': 'damaged',
  'file-unreadable': 'damaged',
}

function problemOf(error: unknown): PreviewProblem {
  return (isUploadError(error) ? problems[error.code] : undefined) ?? 'failed'
}
