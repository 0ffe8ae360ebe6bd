'use client'

import {
  forwardRef,
  useEffect,
  useRef,
  type AriaAttributes,
  type ChangeEvent,
  type CSSProperties,
  type ForwardedRef,
  type ReactNode,
} from 'react'
import { supports, type AddOptions } from '../../core/index.js'
import type { ComponentMessages } from '../messages/messages.js'
import { useMessages, Words } from '../messages/words.js'
import { noteToDevelopers } from '../note-to-developers.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { joinClassNames, Slots, useSlots, type SlotClassNames } from '../slots/slots.js'
import { acceptAttribute } from './accept-attribute.js'
import { addOptionsOf } from './add-options.js'
import { RejectionList } from './rejection-list.js'
import { uploadFieldsNote } from './upload-fields-note.js'
import { useIntake, type IntakeReports } from './use-intake.js'

/** Rules for the files and what is kept with them: as of `queue.add`. */
export interface FileUploadProps extends AddOptions, IntakeReports, AriaAttributes {
  /** Whether several files can be chosen at once. Default `true`. */
  readonly multiple?: boolean | undefined
  /** Default `false`. */
  readonly disabled?: boolean | undefined
  /** The button's words. Default: "Upload files", "Upload file" without `multiple`. */
  readonly children?: ReactNode
  /** Shows the files that were not taken below the button, until dismissed. Default `true`. */
  readonly showRejections?: boolean | undefined
  readonly messages?: ComponentMessages | undefined
  /** The button's id. */
  readonly id?: string | undefined
  /** Of the element around the button and its rejections. */
  readonly className?: string | undefined
  readonly classNames?: SlotClassNames | undefined
  readonly style?: CSSProperties | undefined
  readonly [data: `data-${string}`]: unknown
}

/**
 * A button that opens the file selector and starts uploads. The ref, `id` and `aria-*` are the
 * button's. It renders nothing where the adapter cannot upload.
 */
export const FileUpload = forwardRef<HTMLButtonElement, FileUploadProps>(
  function FileUpload(props, ref) {
    const { adapter } = useProvider()
    if (!supports(adapter, 'createUpload', 'finalizeUpload')) return null
    return (
      <Slots classNames={props.classNames}>
        <Words messages={props.messages}>
          <UploadControl {...props} buttonRef={ref} />
        </Words>
      </Slots>
    )
  },
)

interface UploadControlProps extends FileUploadProps {
  readonly buttonRef: ForwardedRef<HTMLButtonElement>
}

function UploadControl(props: UploadControlProps): ReactNode {
  const { buttonRef, multiple = true, disabled = false, showRejections = true } = props
  const { className, style, id, children, accept } = props
  const slot = useSlots()
  const messages = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const { addFiles, rejections, setRejections } = useIntake(props)
  useFieldsNote(props)

  const takeFiles = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(target.files ?? [])
    // Else choosing the same file again would not be a change.
    target.value = ''
    if (files.length > 0) addFiles(files)
  }
  const root = slot('upload')
  return (
    <div
      {...attributesOf(props, 'data-')}
      {...root}
      data-loadline-root=""
      className={joinClassNames(root.className, className)}
      style={style}
    >
      <input
        {...slot('upload-input')}
        ref={input}
        type="file"
        tabIndex={-1}
        aria-hidden
        accept={acceptAttribute(accept)}
        multiple={multiple}
        disabled={disabled}
        onChange={takeFiles}
      />
      <button
        {...attributesOf(props, 'aria-')}
        {...slot('upload-button')}
        ref={buttonRef}
        id={id}
        type="button"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        <Icon name="upload" size={15} />
        {children ?? (multiple ? messages.uploadFiles : messages.uploadFile)}
      </button>
      {showRejections && <RejectionList rejections={rejections} onChange={setRejections} />}
    </div>
  )
}

function useFieldsNote(props: FileUploadProps): void {
  const { adapter } = useProvider()
  const note = uploadFieldsNote(adapter, addOptionsOf(props))
  useEffect(() => {
    if (note !== null) noteToDevelopers(`FileUpload: ${note}`)
  }, [note])
}

function attributesOf(props: object, prefix: 'aria-' | 'data-'): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith(prefix)))
}
