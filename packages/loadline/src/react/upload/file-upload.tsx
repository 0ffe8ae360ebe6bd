'use client'

import { forwardRef, useId, type ForwardedRef, type ReactNode } from 'react'
import { FieldStatus } from '../field/field-status.js'
import type { FileFieldResult } from '../field/use-file-field.js'
import { useMessages } from '../messages/words.js'
import { attributesOf } from '../slots/attributes-of.js'
import { Icon } from '../slots/icon.js'
import { mergeRefs } from '../slots/merge-refs.js'
import { useSlots } from '../slots/slots.js'
import type { UploadComponentProps } from './upload-component-props.js'
import { UploadFrame } from './upload-frame.js'
import type { FileTriggerProps, FileUploadResult } from './use-file-upload.js'

export interface FileUploadProps extends UploadComponentProps {
  /** The button's words. Default: "Upload files", "Upload file" without `multiple`. */
  readonly children?: ReactNode
  /** Another button in place of ours: spread `props` over it. */
  readonly render?: ((props: FileTriggerProps, state: FileUploadResult) => ReactNode) | undefined
}

/**
 * A button that opens the file selector and starts uploads. The ref, `id` and `aria-*` are the
 * button's. It renders nothing where the adapter cannot upload.
 */
export const FileUpload = forwardRef<HTMLButtonElement, FileUploadProps>(function FileUpload(
  { children, render, ...props },
  ref,
) {
  return (
    // Drop and paste are what FileDropzone is for.
    <UploadFrame
      props={{ ...props, noDrag: true, paste: 'none' }}
      component="FileUpload"
      rootSlot="upload"
    >
      {(control, field) =>
        render === undefined ? (
          <UploadButton {...{ props, control, field, buttonRef: ref }}>{children}</UploadButton>
        ) : (
          render(control.getTriggerProps(), control)
        )
      }
    </UploadFrame>
  )
})

interface UploadButtonProps {
  readonly props: UploadComponentProps
  readonly control: FileUploadResult
  readonly field: FileFieldResult | null
  readonly buttonRef: ForwardedRef<HTMLButtonElement>
  readonly children: ReactNode
}

function UploadButton({
  props,
  control,
  field,
  buttonRef,
  children,
}: UploadButtonProps): ReactNode {
  const { multiple = true, disabled = false } = props
  const slot = useSlots()
  const messages = useMessages()
  const statusId = useId()
  const { ref, ...trigger } = control.getTriggerProps()
  const isHolding = field !== null && field.items.length > 0
  const description = [props['aria-describedby'], field?.problem && statusId].filter(Boolean)
  return (
    <div {...slot('upload-line')}>
      <button
        {...attributesOf(props, 'aria-')}
        {...slot('upload-button')}
        {...trigger}
        ref={mergeRefs(ref, buttonRef)}
        id={props.id}
        type="button"
        data-holding={isHolding ? '' : undefined}
        data-invalid={field?.problem === 'required' ? '' : undefined}
        aria-describedby={description.join(' ') || undefined}
      >
        <Icon name={disabled ? 'uploadsOff' : 'upload'} size={15} />
        {children ?? (multiple ? messages.uploadFiles : messages.uploadFile)}
      </button>
      {field !== null && <FieldStatus id={statusId} field={field} isOne={!multiple} />}
    </div>
  )
}
