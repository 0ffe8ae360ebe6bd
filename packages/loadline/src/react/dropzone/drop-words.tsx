'use client'

import type { ReactNode } from 'react'
import type { Format } from '../format/create-format.js'
import type { DropWords as DropAsk, Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Phrases } from '../slots/phrases.js'
import { useSlots } from '../slots/slots.js'
import { describeReason } from '../upload/describe-rejection.js'
import { describeRules } from './describe-rules.js'
import type { FileDropzoneProps } from './file-dropzone.js'
import type { Drag } from './use-drop-target.js'

interface DropWordsProps {
  readonly props: FileDropzoneProps
  readonly drag: Drag | null
  readonly isCompact?: boolean
}

/** What a drop area says: what it is for, or what would become of the files over it. */
export function DropWords(words: DropWordsProps): ReactNode {
  const { props, drag, isCompact = false } = words
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const hint =
    drag === null ? restHint(props, messages, format) : dragHint(props, drag, messages, format)
  return (
    <span {...slot('drop-words')} data-compact={isCompact ? '' : undefined}>
      <span {...slot('drop-title')}>
        <bdi>{drag === null ? <RestTitle props={props} /> : dragTitle(drag, messages)}</bdi>
      </span>{' '}
      <span {...slot('drop-hint')}>{hint !== null && <bdi>{hint}</bdi>}</span>
    </span>
  )
}

export function dropWordsOf({ multiple, paste }: FileDropzoneProps, { browse }: Messages): DropAsk {
  return { browse, isOne: multiple === false, canPaste: paste === 'document' }
}

function RestTitle({ props }: Pick<DropWordsProps, 'props'>): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  if (props.disabled === true) return messages.uploadsOff
  const { browse } = messages
  const text = messages.dropFiles(dropWordsOf(props, messages))
  const [before, ...after] = text.split(browse)
  return (
    <>
      {before}
      <span {...slot('drop-browse')}>{browse}</span>
      {after.join(browse)}
    </>
  )
}

/** `hint` also says why it is off. */
function restHint(props: FileDropzoneProps, messages: Messages, format: Format): ReactNode {
  if (props.hint !== undefined || props.disabled === true) return props.hint ?? null
  const rules = describeRules(props, messages, format)
  return rules.length === 0 ? null : <Phrases words={rules} />
}

function dragTitle({ count, reason }: Drag, messages: Messages): string {
  if (reason === null) return messages.dropToUpload({ count })
  return messages.cannotDrop({ count: count ?? 2 })
}

function dragHint(
  { destination }: FileDropzoneProps,
  { reason }: Drag,
  messages: Messages,
  format: Format,
): ReactNode {
  if (reason !== null) return describeReason(reason, 0, messages, format)
  return destination === undefined ? null : messages.dropDestination({ name: destination })
}
