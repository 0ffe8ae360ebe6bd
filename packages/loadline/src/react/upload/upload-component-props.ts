import type { AriaAttributes, CSSProperties, ReactNode, Ref } from 'react'
import type { FileRejection, FilesInput } from '../../core/index.js'
import type { FileFieldOptions } from '../field/use-file-field.js'
import type { ComponentMessages } from '../messages/messages.js'
import type { SlotClassNames } from '../slots/slots.js'

/** What an application can do with a component from outside. */
export interface FileUploadActions {
  /** Opens the file selector; browsers allow it only while a click or a key press is being handled. */
  readonly open: () => void
  readonly add: (files: FilesInput) => void
  /** As the form's reset: what is pending is cancelled, `defaultValue` is back, rejections are gone. */
  readonly reset: () => void
}

export interface RejectionProps {
  readonly rejection: FileRejection
  /** Why it was not taken, in words. */
  readonly text: string
  /** Takes it off the list. */
  readonly dismiss: () => void
}

/** Of FileUpload and FileDropzone. Upload options are those of `queue.add`; with a value, or a name, it is a field of a form. */
export interface UploadComponentProps extends FileFieldOptions, AriaAttributes {
  /** Of the hidden inputs that carry the ids of the value. */
  readonly name?: string | undefined
  /** Focus has left the component. */
  readonly onBlur?: (() => void) | undefined
  /** Lists the files of the field, each with its progress and "Remove". Default `false`. */
  readonly showFiles?: boolean | undefined
  /** Lists the files that were not taken, until dismissed. Default `true`. */
  readonly showRejections?: boolean | undefined
  /** Instead of a row of ours. */
  readonly renderRejection?: ((props: RejectionProps) => ReactNode) | undefined
  readonly actionsRef?: Ref<FileUploadActions> | undefined
  /** The value's setter is `onValueChange`: `const { onChange, ...rest } = field`. */
  readonly onChange?: never
  readonly messages?: ComponentMessages | undefined
  /** The button's id. */
  readonly id?: string | undefined
  /** Of the element around it all. */
  readonly className?: string | undefined
  readonly classNames?: SlotClassNames | undefined
  readonly style?: CSSProperties | undefined
  readonly [data: `data-${string}`]: unknown
}

/** With any of these it keeps a value. */
export function isField(props: UploadComponentProps): boolean {
  const { value, defaultValue, onValueChange, onPendingChange, name, required, showFiles } = props
  const isGiven = [value, defaultValue, onValueChange, onPendingChange, name].some(
    (one) => one !== undefined,
  )
  return isGiven || required === true || showFiles === true
}
