export {
  createUploadQueue,
  defineAdapter,
  isUploadError,
  resizeImage,
  storedFile,
  supports,
  UploadError,
  type AdapterFeatures,
  type AddOptions,
  type BulkResult,
  type FileAdapter,
  type FileCategory,
  type FileFolder,
  type FileLimits,
  type FileListQuery,
  type FileRejection,
  type PrepareFile,
  type QueueGate,
  type ResizeImageOptions,
  type RejectionReason,
  type SettledUploads,
  type StoredFile,
  type UploadErrorCode,
  type UploadQueue,
  type UploadQueueOptions,
  type UploadSelection,
  type UploadSelector,
  type UploadStatus,
  type UploadTask,
  type UploadTotals,
  type ValidateFile,
} from './core/index.js'
export {
  FileActiveUploads,
  type FileActiveUploadsProps,
} from './react/active-uploads/file-active-uploads.js'
export type {
  RenderUpload,
  UploadRowProps,
  UploadRowState,
} from './react/active-uploads/upload-row.js'
export type { OpenChangeDetails, Placement } from './react/active-uploads/use-panel-open.js'
export { FileDropzone, type FileDropzoneProps } from './react/dropzone/file-dropzone.js'
export type { Drag, DropOptions, DropzoneProps } from './react/dropzone/use-drop-target.js'
export type { PasteMode } from './react/dropzone/use-paste.js'
export { useUploadDraft, type UploadDraft } from './react/draft/use-upload-draft.js'
export type { FileFieldItem } from './react/field/field-items.js'
export type {
  OnValueChange,
  ValueChangeDetails,
  ValueChangeReason,
} from './react/field/field-uploads.js'
export {
  useFileField,
  type FileFieldOptions,
  type FileFieldResult,
} from './react/field/use-file-field.js'
export type { FieldProblem } from './react/field/use-form-field.js'
export type {
  AssociationActions,
  AssociationResult,
} from './react/file-actions/association-actions.js'
export type { BulkOptions, FileActions } from './react/file-actions/create-file-actions.js'
export type { FileTarget } from './react/file-actions/collect-ids.js'
export type { FileAction, FileActionDetails } from './react/file-actions/file-action.js'
export { useFileActions } from './react/file-actions/use-file-actions.js'
export { useFileCategories } from './react/file-folders/use-file-categories.js'
export { useFileFolders, type FileFoldersResult } from './react/file-folders/use-file-folders.js'
export { useFileLimits } from './react/file-folders/use-file-limits.js'
export type { FolderChangeDetails, FolderProps } from './react/file-folders/use-list-place.js'
export type { FileColumn, FileColumnKey } from './react/file-columns/file-column.js'
export { FileList, type FileListProps } from './react/file-list/file-list.js'
export type { FileRowProps, RenderFileRow } from './react/file-list/render-file-row.js'
export type { FileView, ViewChangeDetails } from './react/list-view/list-view.js'
export type { FileRow } from './react/file-list/merge-rows.js'
export { useFiles, type FilesResult, type UseFilesOptions } from './react/file-list/use-files.js'
export type { FileSelection, SelectionMode } from './react/file-selection/file-selection.js'
export {
  useFileSelection,
  type FileSelectionOptions,
  type FileSelectionResult,
  type SelectionChangeDetails,
} from './react/file-selection/use-file-selection.js'
export { useFile, type FileResult } from './react/file-url/use-file.js'
export {
  useFilePreview,
  type FilePreview,
  type PreviewContent,
  type PreviewProblem,
} from './react/file-preview/use-file-preview.js'
export type { PreviewKind } from './react/file-preview/preview-kind.js'
export {
  useFileUrl,
  type FileUrlOptions,
  type FileUrlResult,
} from './react/file-url/use-file-url.js'
export type { IconName, IconProps, Icons } from './react/icons.js'
export { en } from './react/messages/en.js'
export type { ComponentMessages, Messages, MessagesInput } from './react/messages/messages.js'
export { useMessages } from './react/messages/words.js'
export { useFilesContext, type FilesContextValue } from './react/provider/files-context.js'
export { FilesProvider, type FilesProviderProps } from './react/provider/files-provider.js'
export type { OnAuthRequired } from './react/provider/use-sign-in.js'
export type { Slot, SlotClassNames } from './react/slots/slots.js'
export { FileUpload, type FileUploadProps } from './react/upload/file-upload.js'
export type {
  FileUploadActions,
  RejectionProps,
  UploadComponentProps,
} from './react/upload/upload-component-props.js'
export {
  useFileUpload,
  type FileInputProps,
  type FileTriggerProps,
  type FileUploadOptions,
  type FileUploadResult,
} from './react/upload/use-file-upload.js'
export type { IntakeReports } from './react/upload/use-intake.js'
export type {
  OwnUploadReports,
  UploadDetails,
  UploadFailedDetails,
  UploadReadyDetails,
  UploadReports,
} from './react/uploads/upload-reports.js'
export { useUploadActions, type UploadActions } from './react/uploads/use-upload-actions.js'
export { useUploadTotals } from './react/uploads/use-upload-totals.js'
export { useUpload } from './react/uploads/use-upload.js'
export { useUploads } from './react/uploads/use-uploads.js'
