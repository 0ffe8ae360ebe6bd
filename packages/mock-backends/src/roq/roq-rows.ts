interface Row {
  readonly id: string
  /** Epoch ms. */
  readonly createdAt: number
  /** Epoch ms. */
  readonly updatedAt: number
}

export interface UserRow extends Row {
  readonly reference: string
  readonly email: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly avatarUrl: string | null
}

export interface FileRow extends Row {
  readonly name: string
  readonly contentType: string
  readonly status: string
  readonly isPublic: boolean
  readonly createdByUserId: string
  readonly fileCategoryId: string
  /** In the bucket. */
  readonly key: string
}

export interface CategoryRow extends Row {
  readonly key: string
  readonly name: string
  readonly maxSize: number | null
  readonly isPublicByDefault: boolean
  readonly contentGroups: readonly ContentGroupRow[]
}

export interface ContentGroupRow extends Row {
  readonly key: string
  readonly name: string
  readonly contentTypes: readonly ContentTypeRow[]
}

export interface ContentTypeRow extends Row {
  /** A MIME type. */
  readonly key: string
  readonly name: string
  readonly fileCategoryContentGroupId: string
}

export interface AssociationRow extends Row {
  readonly entityName: string
  readonly entityReference: string
  readonly fileId: string
}

export interface StoredObject {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
  /** Hex. */
  readonly sha256: string
}
