'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { Ring } from '../slots/ring.js'
import { useSlots } from '../slots/slots.js'
import { mostTextBytes } from './load-preview.js'
import { PreviewImage } from './preview-image.js'
import { PreviewMedia } from './preview-media.js'
import type { FilePreview } from './use-file-preview.js'
import type { ZoomControl } from './use-zoom.js'

interface PreviewContentProps {
  readonly name: string
  readonly preview: FilePreview
  readonly control: ZoomControl
  /** `null`: it cannot be downloaded. */
  readonly onDownload: (() => void) | null
}

/** The file itself, or why there is nothing to see. */
export function PreviewContent(props: PreviewContentProps): ReactNode {
  const { name, preview, control, onDownload } = props
  const slot = useSlots()
  const { content, status, onLoad, onError } = preview
  if (status === 'pending') return <PreviewPending onDownload={onDownload} />
  if (content === null) return <PreviewProblem preview={preview} onDownload={onDownload} />
  if (content.kind === 'image') {
    return <PreviewImage {...{ name, control, onLoad, onError }} url={content.url} />
  }
  if (content.kind === 'text') return <PreviewText {...content} name={name} />
  if (content.kind === 'pdf') {
    // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium's viewer works in no sandboxed frame.
    return <iframe {...slot('preview-page')} src={content.url} title={name} />
  }
  return <PreviewMedia {...{ name, onLoad, onError }} kind={content.kind} url={content.url} />
}

interface PreviewTextProps {
  readonly name: string
  readonly text: string
  readonly isCut: boolean
}

function PreviewText({ name, text, isCut }: PreviewTextProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, by keys too. */}
      <pre {...slot('preview-text')} tabIndex={0} role="region" aria-label={name} dir="auto">
        {text}
      </pre>
      {isCut && (
        <div {...slot('preview-note')}>
          {messages.textCut({ size: format.bytes(mostTextBytes) })}
        </div>
      )}
    </>
  )
}

type DownloadProps = Pick<PreviewContentProps, 'onDownload'>

/** No spinner for ever: after a while there is a way out. */
const patienceMs = 10_000

function PreviewPending({ onDownload }: DownloadProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), patienceMs)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <div {...slot('preview-state')} role="status">
      <Ring fraction={null} size={20} />
      {isSlow ? messages.previewSlow : messages.previewLoading}
      {isSlow && <DownloadButton onDownload={onDownload} />}
    </div>
  )
}

interface PreviewProblemProps extends DownloadProps {
  readonly preview: FilePreview
}

function PreviewProblem({ preview, onDownload }: PreviewProblemProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const problem = preview.problem ?? 'failed'
  return (
    <div {...slot('preview-state')} role="alert">
      {messages.previewProblems[problem]}
      {problem === 'failed' && (
        <button {...slot('button')} type="button" onClick={preview.retry}>
          <Icon name="retry" size={15} />
          {messages.tryAgain}
        </button>
      )}
      <DownloadButton onDownload={onDownload} />
    </div>
  )
}

function DownloadButton({ onDownload }: DownloadProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  if (onDownload === null) return null
  return (
    <button {...slot('button')} type="button" onClick={onDownload}>
      <Icon name="download" size={15} />
      {messages.download}
    </button>
  )
}
