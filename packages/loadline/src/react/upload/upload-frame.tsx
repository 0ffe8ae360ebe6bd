'use client'

import { useEffect, useImperativeHandle, type FocusEvent, type ReactNode } from 'react'
import { supports } from '../../core/index.js'
import { FieldFilesPlace } from '../field/field-files-place.js'
import { useFileField, type FileFieldResult } from '../field/use-file-field.js'
import { Words } from '../messages/words.js'
import { noteToDevelopers } from '../note-to-developers.js'
import { useProvider } from '../provider/files-context.js'
import { attributesOf } from '../slots/attributes-of.js'
import { joinClassNames, Slots, useSlots, type Slot } from '../slots/slots.js'
import { addOptionsOf } from './add-options.js'
import { RejectionPlace } from './rejection-place.js'
import { isField, type UploadComponentProps } from './upload-component-props.js'
import { uploadFieldsNote } from './upload-fields-note.js'
import { useFileUpload, type FileUploadResult } from './use-file-upload.js'

interface UploadFrameProps {
  readonly props: UploadComponentProps
  readonly component: string
  readonly rootSlot: Slot
  /** What files are chosen by. */
  readonly children: (control: FileUploadResult, field: FileFieldResult | null) => ReactNode
}

/** What FileUpload and FileDropzone have around their button. Nothing where the adapter cannot upload. */
export function UploadFrame(frame: UploadFrameProps): ReactNode {
  const { props } = frame
  const { adapter } = useProvider()
  if (!supports(adapter, 'createUpload', 'finalizeUpload')) return null
  return (
    <Slots classNames={props.classNames}>
      <Words messages={props.messages}>
        {isField(props) ? <FieldFrame {...frame} /> : <PlainFrame {...frame} />}
      </Words>
    </Slots>
  )
}

function PlainFrame(frame: UploadFrameProps): ReactNode {
  return <Frame {...frame} control={useFileUpload(frame.props)} field={null} />
}

function FieldFrame(frame: UploadFrameProps): ReactNode {
  const field = useFileField(frame.props)
  return <Frame {...frame} control={field} field={field} />
}

interface FrameProps extends UploadFrameProps {
  readonly control: FileUploadResult
  readonly field: FileFieldResult | null
}

function Frame({ props, component, rootSlot, children, control, field }: FrameProps): ReactNode {
  const { showFiles = false, showRejections = true, onBlur } = props
  const slot = useSlots()
  const { open, add, reset, rejections, chosenCount, dismiss } = control
  useImperativeHandle(props.actionsRef, () => ({ open, add, reset }))
  useFieldsNote(component, props)
  const root = slot(rootSlot)
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) onBlur?.()
  }
  return (
    <div
      {...attributesOf(props, 'data-')}
      {...root}
      data-loadline-root=""
      className={joinClassNames(root.className, props.className)}
      style={props.style}
      onBlur={leave}
    >
      {children(control, field)}
      <input {...slot('upload-input')} {...control.getInputProps()} />
      {field !== null && <Values field={field} props={props} />}
      {field !== null && showFiles && <FieldFilesPlace field={field} />}
      {showRejections && (
        <RejectionPlace
          {...{ rejections, chosenCount }}
          onDismiss={dismiss}
          renderRejection={props.renderRejection}
        />
      )}
    </div>
  )
}

interface ValuesProps {
  readonly field: FileFieldResult
  readonly props: UploadComponentProps
}

function Values({ field, props: { name, form, disabled } }: ValuesProps): ReactNode {
  if (name === undefined) return null
  return field.value.map((id) => (
    <input key={id} type="hidden" name={name} value={id} form={form} disabled={disabled} />
  ))
}

function useFieldsNote(component: string, props: UploadComponentProps): void {
  const { adapter } = useProvider()
  const note = uploadFieldsNote(adapter, addOptionsOf(props))
  useEffect(() => {
    if (note !== null) noteToDevelopers(`${component}: ${note}`)
  }, [component, note])
}
