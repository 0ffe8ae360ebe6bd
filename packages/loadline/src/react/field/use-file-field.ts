'use client'

import {
  useCallback,
  useEffect,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useNewest } from '../hooks/use-newest.js'
import { useProvider } from '../provider/files-context.js'
import {
  useUploadControl,
  type FileUploadOptions,
  type FileUploadResult,
} from '../upload/use-file-upload.js'
import { FieldIntake, roomFor } from './field-intake.js'
import { arrangeItems, type FileFieldItem } from './field-items.js'
import {
  FieldUploads,
  filesOf,
  type OnValueChange,
  type ValueChangeReason,
} from './field-uploads.js'
import { useFieldRemoval } from './use-field-removal.js'
import { useFormField, type FieldProblem, type FormFieldOptions } from './use-form-field.js'

export interface FileFieldOptions extends FileUploadOptions, FormFieldOptions {
  /** Ids of stored files; with it the application keeps the value. */
  readonly value?: readonly string[] | undefined
  readonly defaultValue?: readonly string[] | undefined
  /** Never during a render. */
  readonly onValueChange?: OnValueChange | undefined
  /** Uploads are on their way into the value, or no longer. */
  readonly onPendingChange?: ((isPending: boolean) => void) | undefined
  /**
   * What happens to files that are too many for `maxFiles`: they are rejected, or they take the place of the first ones,
   * which stay part of the value until then. Default `reject`.
   */
  readonly overflow?: 'reject' | 'replace' | undefined
  /** A file that is removed is deleted from the backend too. Default `false`. */
  readonly removeDeletes?: boolean | undefined
}

export interface FileFieldResult extends FileUploadResult {
  readonly items: readonly FileFieldItem[]
  /** Ids of stored files. */
  readonly value: readonly string[]
  /** Uploads are on their way into the value. */
  readonly isPending: boolean
  /** Why the form around it was not sent, until that is mended. */
  readonly problem: FieldProblem | null
  /** Takes an item out of the field; one that is being uploaded is cancelled. */
  readonly remove: (itemId: string) => void
  /** Uploads a file that takes the place of an item once it is stored. */
  readonly replace: (itemId: string, file: File) => void
  /**
   * Cancels what is pending, takes the rejections off, and restores `defaultValue`; a `value` without a `defaultValue`
   * stays.
   */
  readonly reset: () => void
}

const noFiles: readonly string[] = []

/** Files as the value of a form's field: what was stored, and what is on its way. */
export function useFileField(options: FileFieldOptions): FileFieldResult {
  const { removeDeletes = false, scope, defaultValue = noFiles, required, form } = options
  const { queue } = useProvider()
  const newest = useNewest(options)
  const { uploads, items, value, isPending, change } = useFieldValue(options)
  const intake = useMemo(
    () => new FieldIntake(queue, uploads, () => newest.current),
    [queue, uploads, newest],
  )
  const { add, adopt } = intake
  const room = roomFor(options, items.length)
  const control = useUploadControl(options, { add, adopt, room })
  const removal = useFieldRemoval({ uploads, removeDeletes, scope, change })
  const reset = () => {
    removal.cancelPending()
    control.reset()
    uploads.startAnew()
    // A value without a default is the application's own to restore.
    if (options.value === undefined || options.defaultValue !== undefined) {
      change(defaultValue, 'reset')
    }
  }
  const { input, trigger } = control
  const isEmpty = value.length === 0
  const formField = { input, trigger, isEmpty, isPending, required, form, onReset: reset }
  const { problem, inputProps } = useFormField(formField)
  return {
    ...control,
    ...{ items, value, isPending, problem, reset },
    getInputProps: () => ({ ...control.getInputProps(), ...inputProps }),
    remove: removal.remove,
    replace: (itemId, file) => {
      intake.replacing(itemId, () => {
        control.add([file])
      })
    },
  }
}

function useFieldValue(options: FileFieldOptions) {
  const { value: given, defaultValue = noFiles } = options
  const { queue } = useProvider()
  const [initial] = useState(given ?? defaultValue)
  const uploads = useMemo(() => new FieldUploads(queue, initial), [queue, initial])
  const state = useSyncExternalStore(uploads.subscribe, uploads.getState, uploads.getState)
  const value = given ?? state.value
  const newest = useNewest(options)
  useInsertionEffect(() => {
    if (given !== undefined) uploads.syncValue(given)
  })

  const change = useCallback(
    (next: readonly string[], reason: ValueChangeReason) => {
      uploads.setValue(next)
      if (newest.current.value === undefined) uploads.syncValue(next)
      const files = filesOf(uploads.getState(), next)
      newest.current.onValueChange?.([...next], { reason, files })
    },
    [uploads, newest],
  )
  useEffect(() => uploads.watch(change), [uploads, change])

  const items = useMemo(() => arrangeItems(state.uploads, value), [state.uploads, value])
  const isPending = state.uploads.some(({ status }) => status === 'pending')
  useReportedPending(isPending, options.onPendingChange)
  return { uploads, items, value, isPending, change }
}

function useReportedPending(
  isPending: boolean,
  onPendingChange: FileFieldOptions['onPendingChange'],
): void {
  const newest = useNewest(onPendingChange)
  const reported = useRef(false)
  useEffect(() => {
    if (reported.current === isPending) return
    reported.current = isPending
    newest.current?.(isPending)
  }, [isPending, newest])
  useEffect(
    () => () => {
      if (reported.current) newest.current?.(false)
      reported.current = false
    },
    [newest],
  )
}
