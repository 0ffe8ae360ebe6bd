'use client'

import {
  useCallback,
  useRef,
  type ChangeEvent,
  type CSSProperties,
  type InputHTMLAttributes,
  type Ref,
  type RefCallback,
  type RefObject,
} from 'react'
import type { FileRejection, FilesInput } from '../../core/index.js'
import {
  useDropTarget,
  type Drag,
  type DropOptions,
  type DropzoneProps,
} from '../dropzone/use-drop-target.js'
import { acceptRules } from './accept-rules.js'
import { useIntake, type IntakeKeeper, type IntakeOptions } from './use-intake.js'

/** Rules for the files and what is kept with them are those of `queue.add`. */
export interface FileUploadOptions extends IntakeOptions, DropOptions {
  /** Several files can be chosen at once. Default `true`. */
  readonly multiple?: boolean | undefined
  /** The file selector chooses a folder: its files come with their paths. Default `false`. */
  readonly directory?: boolean | undefined
  /** On a phone, the camera instead of the selector: that towards the person, or the other one. */
  readonly capture?: 'user' | 'environment' | undefined
  /** Default `false`. */
  readonly disabled?: boolean | undefined
}

export interface FileInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref: Ref<HTMLInputElement>
}

export interface FileTriggerProps {
  readonly ref: RefCallback<HTMLElement>
  readonly type: 'button'
  readonly disabled: boolean
  readonly onClick: () => void
}

export interface FileUploadResult {
  /** Opens the file selector; browsers allow it only while a click or a key press is being handled. */
  readonly open: () => void
  readonly add: (files: FilesInput) => void
  /** For the `<input>` that the selector belongs to: it hides it from sight. */
  readonly getInputProps: () => FileInputProps
  /** For a `<button>`. */
  readonly getTriggerProps: () => FileTriggerProps
  /** For the element that files are dropped on; `paste: 'focus'` asks that it holds the focus. */
  readonly getDropzoneProps: () => DropzoneProps
  /** Files are dragged over it. */
  readonly isDropTarget: boolean
  /** Some of them would be taken. */
  readonly isDragAccept: boolean
  readonly isDragReject: boolean
  /** `null`: nothing is dragged. */
  readonly drag: Drag | null
  /** The files of the last time that were not taken. */
  readonly rejections: readonly FileRejection[]
  /** How many were chosen then. */
  readonly chosenCount: number
  /** Takes one rejection off the list, or all. */
  readonly dismiss: (rejection?: FileRejection) => void
  /** Takes all rejections off. */
  readonly reset: () => void
}

/** All of a control that uploads files but its looks. */
export function useFileUpload(options: FileUploadOptions): FileUploadResult {
  return useUploadControl(options, null)
}

/** The same for a field, which has to reach what it is made of. */
export interface UploadControl extends FileUploadResult {
  readonly input: Readonly<RefObject<HTMLInputElement | null>>
  readonly trigger: Readonly<RefObject<HTMLElement | null>>
}

/** What a field knows better than its options. */
export interface FieldIntake extends IntakeKeeper {
  /** Files that can still be added; `null`: no limit. */
  readonly room: number | null
}

export function useUploadControl(
  options: FileUploadOptions,
  field: FieldIntake | null,
): UploadControl {
  const { disabled = false, multiple = true, accept, maxFiles } = options
  const input = useRef<HTMLInputElement>(null)
  const trigger = useRef<HTMLElement>(null)
  const { addFiles, refusal, setRejections } = useIntake(options, field)
  const most = multiple ? (maxFiles ?? null) : 1
  const { drag, getDropzoneProps } = useDropTarget({
    ...options,
    ...{ accept, disabled, most },
    room: field === null ? most : field.room,
    onFiles: addFiles,
  })
  const open = () => {
    if (!disabled) input.current?.click()
  }
  const setTrigger = useCallback((element: HTMLElement | null) => {
    trigger.current = element
  }, [])
  const reset = () => {
    setRejections([])
  }
  return {
    ...{ input, trigger, open },
    add: addFiles,
    getInputProps: () => ({ ...inputProps(options, addFiles), ref: input }),
    getTriggerProps: () => ({ ref: setTrigger, type: 'button', disabled, onClick: open }),
    getDropzoneProps,
    isDropTarget: drag !== null,
    isDragAccept: drag?.reason === null,
    isDragReject: drag !== null && drag.reason !== null,
    drag,
    rejections: refusal.rejections,
    chosenCount: refusal.total,
    dismiss: (rejection) => {
      if (rejection === undefined) reset()
      else setRejections(refusal.rejections.filter((other) => other !== rejection))
    },
    reset,
  }
}

/** Not `hidden`: a form must be able to find it invalid. */
const unseen: CSSProperties = {
  position: 'absolute',
  inlineSize: 1,
  blockSize: 1,
  margin: -1,
  padding: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  border: 0,
}

function inputProps(
  { accept, multiple = true, directory, capture, disabled }: FileUploadOptions,
  onFiles: (files: FilesInput) => void,
): Omit<FileInputProps, 'ref'> {
  const folder = directory === true ? { webkitdirectory: '' } : {}
  return {
    ...folder,
    type: 'file',
    tabIndex: -1,
    'aria-hidden': true,
    style: unseen,
    accept: acceptRules(accept).join() || undefined,
    multiple: multiple && directory !== true,
    capture,
    disabled,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      const files = Array.from(target.files ?? [])
      // Else choosing the same file again would not be a change.
      target.value = ''
      onFiles(files)
    },
  }
}
