'use client'

import type { ReactNode } from 'react'
import type { BulkFailure, BulkResult, StoredFile } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
import { reasonOf } from './reason-of.js'

export interface BulkFailures {
  readonly result: BulkResult
  /** What the list knows of the files. */
  readonly files: ReadonlyMap<string, StoredFile>
  readonly isDelete: boolean
  /** Does the same to those that failed. */
  readonly onRetry: (ids: readonly string[]) => void
}

interface FailuresDialogProps extends BulkFailures {
  readonly onClose: () => void
}

/** What became of files one by one, where not all went well. */
export function FailuresDialog(props: FailuresDialogProps): ReactNode {
  const { result, files, isDelete, onRetry, onClose } = props
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  const [done, count] = [result.done.length, result.failed.length]
  const title = isDelete ? messages.partlyDeleted : messages.partlyChanged
  return (
    <ModalDialog
      {...{ dialog, onClose }}
      title={title({ done, count })}
      text={messages.partlyText}
      isAlert
    >
      <ul {...slot('dialog-list')}>
        {result.failed.slice(0, mostNamed).map((failure) => (
          <FailureRow key={failure.id} failure={failure} file={files.get(failure.id)} />
        ))}
        {count > mostNamed && (
          <li {...slot('dialog-row')}>{messages.more({ count: count - mostNamed })}</li>
        )}
      </ul>
      <DialogActions onClose={close} closeLabel={messages.done}>
        <button
          {...slot('button')}
          type="button"
          onClick={() => {
            close()
            onRetry(result.failed.map(({ id }) => id))
          }}
        >
          <Icon name="retry" size={15} />
          {messages.retryThese}
        </button>
      </DialogActions>
    </ModalDialog>
  )
}

/** Nobody reads more; thousands would take seconds to draw. */
const mostNamed = 200

interface FailureRowProps {
  readonly failure: BulkFailure
  readonly file: StoredFile | undefined
}

function FailureRow({ failure, file }: FailureRowProps): ReactNode {
  const slot = useSlots()
  const reason = reasonOf(failure.error, useMessages())
  return (
    <li {...slot('dialog-row')}>
      {file !== undefined && <FileTile name={file.name} contentType={file.contentType} />}
      <div {...slot('upload-body')}>
        <FileName name={file?.name ?? failure.id} />
        <span {...slot('rejection-reason')}>{reason}</span>
      </div>
    </li>
  )
}
