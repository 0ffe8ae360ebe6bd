'use client'

import { forwardRef, useId, type AriaAttributes, type ForwardedRef, type ReactNode } from 'react'
import { FieldStatus } from '../field/field-status.js'
import type { FileFieldResult } from '../field/use-file-field.js'
import type { IconName } from '../icons.js'
import { useMessages } from '../messages/words.js'
import { attributesOf } from '../slots/attributes-of.js'
import { Icon } from '../slots/icon.js'
import { mergeRefs } from '../slots/merge-refs.js'
import { useSlots } from '../slots/slots.js'
import type { UploadComponentProps } from '../upload/upload-component-props.js'
import { UploadFrame } from '../upload/upload-frame.js'
import type { FileUploadResult } from '../upload/use-file-upload.js'
import { DropWords, dropWordsOf } from './drop-words.js'
import { PageDrop } from './page-drop.js'
import type { Drag } from './use-drop-target.js'

export interface FileDropzoneProps extends UploadComponentProps {
  /** A click does not open the file selector. Default `false`. */
  readonly noClick?: boolean | undefined
  /**
   * Nor does a key, and Tab passes it by. With `noClick` the area is a group, and its content has the buttons: people
   * without a pointer need one.
   */
  readonly noKeyboard?: boolean | undefined
  /** One line, 52 px high. Default `false`. */
  readonly compact?: boolean | undefined
  /** Below the title. Default: the rules in words. Of a disabled area: why it is. */
  readonly hint?: ReactNode
  /** Where the files go, e.g. a folder's name: said while files are dragged. */
  readonly destination?: string | undefined
  /** The area's content, in place of ours. */
  readonly children?: ReactNode | ((state: FileUploadResult) => ReactNode)
}

/**
 * An area that takes files by drop, click, key and paste, and starts uploads. Folders are walked, paths kept. The ref,
 * `id` and `aria-*` are the area's. It renders nothing where the adapter cannot upload.
 */
export const FileDropzone = forwardRef<HTMLElement, FileDropzoneProps>(
  function FileDropzone(props, ref) {
    return (
      <UploadFrame props={props} component="FileDropzone" rootSlot="dropzone">
        {(control, field) => <DropArea {...{ props, control, field, areaRef: ref }} />}
      </UploadFrame>
    )
  },
)

interface DropAreaProps {
  readonly props: FileDropzoneProps
  readonly control: FileUploadResult
  readonly field: FileFieldResult | null
  readonly areaRef: ForwardedRef<HTMLElement>
}

function DropArea({ props, control, field, areaRef }: DropAreaProps): ReactNode {
  const { fullPage = false, compact = false, disabled = false, children } = props
  const slot = useSlots()
  const statusId = useId()
  const drag = fullPage ? null : control.drag
  const own = typeof children === 'function' ? children(control) : children
  return (
    <>
      <Area
        {...{ props, control, areaRef }}
        data-drop={drag === null ? undefined : drag.reason === null ? 'accept' : 'reject'}
        data-compact={compact ? '' : undefined}
        data-disabled={disabled ? '' : undefined}
        data-invalid={field?.problem === 'required' ? '' : undefined}
        aria-describedby={field?.problem ? statusId : undefined}
      >
        {(drag !== null || disabled || own !== undefined) && <PurposeSpoken props={props} />}
        {own ?? (
          <>
            <span {...slot('drop-mark')} data-compact={compact ? '' : undefined}>
              <Icon name={markOf(disabled, drag)} size={compact ? 18 : 20} />
            </span>
            <DropWords {...{ props, drag }} isCompact={compact} />
          </>
        )}
      </Area>
      {field !== null && (
        <FieldStatus
          {...{ id: statusId, field }}
          isOne={props.multiple === false}
          isListed={props.showFiles === true}
        />
      )}
      {fullPage && control.drag !== null && <PageDrop drag={control.drag} props={props} />}
    </>
  )
}

interface AreaProps extends AriaAttributes {
  readonly props: FileDropzoneProps
  readonly control: FileUploadResult
  readonly areaRef: ForwardedRef<HTMLElement>
  readonly children: ReactNode
  readonly [data: `data-${string}`]: string | undefined
}

/** One button; a group where something in it is. */
function Area({ props, control, areaRef, children, ...attributes }: AreaProps): ReactNode {
  const { noClick = false, noKeyboard = false } = props
  const slot = useSlots()
  const messages = useMessages()
  const { ref: dropRef, ...drop } = control.getDropzoneProps()
  const { ref: triggerRef, onClick, disabled } = control.getTriggerProps()
  const area = { ...slot('drop-area'), ...drop, ...attributes, id: props.id }
  if (noClick && noKeyboard) {
    return (
      <div
        {...area}
        aria-label={messages.dropFiles(dropWordsOf(props, messages))}
        {...attributesOf(props, 'aria-')}
        ref={mergeRefs(dropRef, areaRef)}
        role="group"
      >
        {children}
      </div>
    )
  }
  return (
    <button
      {...area}
      {...attributesOf(props, 'aria-')}
      type="button"
      disabled={disabled}
      ref={mergeRefs(dropRef, triggerRef, areaRef)}
      tabIndex={noKeyboard ? -1 : undefined}
      onClick={({ detail }) => {
        // A key has no click count.
        if (!(detail === 0 ? noKeyboard : noClick)) onClick()
      }}
    >
      {children}
    </button>
  )
}

/** What is seen in it may say something else: the area is still known by its purpose. */
function PurposeSpoken({ props }: { readonly props: FileDropzoneProps }): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return <span {...slot('spoken')}>{messages.dropFiles(dropWordsOf(props, messages))} </span>
}

function markOf(isOff: boolean, drag: Drag | null): IconName {
  if (drag !== null) return drag.reason === null ? 'dropAccept' : 'dropReject'
  return isOff ? 'uploadsOff' : 'drop'
}
