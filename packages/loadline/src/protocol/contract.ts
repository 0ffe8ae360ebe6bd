/** What the wire types are made of: a server names them by this door. */
export type {
  AssociationInput,
  ChecksumRequest,
  FileAssociation,
  FileCategory,
  FileStatus,
  FileUser,
  FileVisibility,
  JsonValue,
  PartToSign,
  SignedPart,
  StoredFile,
  TicketKind,
  UploadedPart,
  UploadErrorCode,
  UploadRequest,
  UploadTicket,
} from '../core/contract/index.js'
