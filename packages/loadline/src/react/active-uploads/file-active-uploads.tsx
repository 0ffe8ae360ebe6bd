'use client'

import { forwardRef, type AriaAttributes, type CSSProperties } from 'react'
import type { UploadStatus } from '../../core/index.js'
import type { ComponentMessages } from '../messages/messages.js'
import { Words } from '../messages/words.js'
import { Slots, type SlotClassNames } from '../slots/slots.js'
import type { RenderUpload } from './upload-row.js'
import { UploadsPanel } from './uploads-panel.js'
import type { OpenChangeDetails, Placement } from './use-panel-open.js'

export interface FileActiveUploadsProps extends AriaAttributes {
  /** Only the uploads with it. Default: all. */
  readonly scope?: string | undefined
  /** Rows for these only; the sums stay those of all. Default: all. */
  readonly statuses?: readonly UploadStatus[] | undefined
  /** `corner`: a tray over the page, a sheet at the bottom of a phone. Default `inline`. */
  readonly placement?: Placement | undefined
  /** Whether the rows are shown, and not only the sum. */
  readonly open?: boolean | undefined
  /** Default `true`, but on a phone's corner. */
  readonly defaultOpen?: boolean | undefined
  readonly onOpenChange?: ((open: boolean, details: OpenChangeDetails) => void) | undefined
  /**
   * A ready upload leaves the panel after 4 s. Nothing leaves while the pointer or the focus is in it, or
   * while an upload has failed or needs the person. Default `false`.
   */
  readonly autoDismissReady?: boolean | undefined
  /** With more rows than that, files under 1 MB share one row that opens. Default 200. */
  readonly groupAbove?: number | undefined
  /** Draws a row: an `li` with these props, in which `children` is the usual content. */
  readonly renderUpload?: RenderUpload | undefined
  readonly messages?: ComponentMessages | undefined
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly classNames?: SlotClassNames | undefined
  readonly style?: CSSProperties | undefined
  readonly [data: `data-${string}`]: unknown
}

/** The progress of all uploads: one line for the whole, a row each. Without uploads it shows nothing. */
export const FileActiveUploads = forwardRef<HTMLDivElement, FileActiveUploadsProps>(
  function FileActiveUploads({ messages, classNames, ...rest }, ref) {
    return (
      <Slots classNames={classNames}>
        <Words messages={messages}>
          <UploadsPanel {...rest} panelRef={ref} />
        </Words>
      </Slots>
    )
  },
)
