import type { FileStatusReason } from '../../core/index.js'

/** The words about one file: its preview, its details, what it is attached to. */
export interface FileMessages {
  readonly close: string
  readonly previousFile: string
  readonly nextFile: string
  readonly zoomIn: string
  readonly zoomOut: string
  /** "3 of 218". */
  readonly placeOf: (args: { readonly count: number; readonly total: number }) => string
  readonly previewLoading: string
  readonly previewSlow: string
  /** Why nothing is shown. */
  readonly previewProblems: Readonly<Record<PreviewProblemKey, string>>
  /** Of a long text: how much of it is shown. */
  readonly textCut: (args: { readonly size: string }) => string

  /** Why its status is `error`. */
  readonly statusReasons: Readonly<Record<FileStatusReason, string>>

  readonly details: string
  readonly addedBy: string
  readonly changed: string
  readonly checksum: string
  readonly attachedTo: string
  readonly notAttached: string
  readonly detach: string
  readonly attachTo: string
  readonly attach: string
  readonly attachText: string
  /** Of what a file is attached to: what it is, e.g. "invoice". */
  readonly entityName: string
  /** Of what a file is attached to: which one, e.g. "2026-041". */
  readonly entityReference: string
  /** Under a field that is empty. */
  readonly fieldEmpty: string
}

export type PreviewProblemKey = 'unsupported' | 'too-large' | 'damaged' | 'failed'
