/** Files, associations and categories, as `@roq/nodejs` 1.0.20 has them in its generated types. */
export const fileTypes = /* GraphQL */ `
  type FileModel {
    id: ID!
    name: String!
    contentType: String!
    status: FileStatusEnum!
    isPublic: Boolean!
    url: String
    createdAt: Date!
    updatedAt: Date!
    createdByUserId: ID!
    createdByUser: UserModel
    fileCategoryId: ID!
    fileCategory: FileCategoryModel!
    fileAssociations(
      filter: FileAssociationFilterArgType
      limit: Int
      offset: Int
      order: FileAssociationOrderArgType
      search: FileAssociationSearchArgType
    ): FileAssociationPageModel!
  }
  type FilePageModel {
    data: [FileModel!]!
    totalCount: Int!
  }
  type FileCreateUploadModel {
    id: ID!
    name: String!
    contentType: String!
    status: FileStatusEnum!
    isPublic: Boolean!
    createdAt: Date!
    updatedAt: Date!
    createdByUserId: ID!
    fileCategoryId: ID!
    fileCategory: FileCategoryModel!
    uploadUrl: String!
    formFields: JsonObject!
  }
  input FileCreateDto {
    contentType: String!
    fileCategory: String!
    name: String!
  }
  input FileCreateV2Dto {
    contentType: String!
    fileCategory: String!
    name: String!
  }
  input FileUpdateDto {
    name: String
  }
  input FileUpdateV2Dto {
    fileId: String!
    name: String
    status: FileStatusEnum
  }

  type FileAssociationModel {
    id: ID!
    createdAt: Date!
    updatedAt: Date!
    entityName: String!
    entityReference: ID!
    fileId: ID!
    file: FileModel!
  }
  type FileAssociationPageModel {
    data: [FileAssociationModel!]!
    totalCount: Int!
  }
  input FileAssociationCreateDto {
    entityName: String!
    entityReference: ID!
    fileId: ID!
  }

  type FileCategoryModel {
    id: ID!
    createdAt: Date!
    updatedAt: Date!
    key: String!
    name: String!
    maxSize: Float
    isPublicByDefault: Boolean!
    fileCategoryContentGroups(
      filter: FileCategoryContentGroupFilterArgType
      limit: Int
      offset: Int
      order: FileCategoryContentGroupOrderArgType
      search: FileCategoryContentGroupSearchArgType
    ): FileCategoryContentGroupPageModel
  }
  type FileCategoryPageModel {
    data: [FileCategoryModel!]!
    totalCount: Int!
  }
  type FileCategoryContentGroupModel {
    id: ID!
    createdAt: Date!
    updatedAt: Date!
    key: String!
    name: String!
    fileCategoryContentTypes(
      filter: FileCategoryContentTypeFilterArgType
      limit: Int
      offset: Int
      order: FileCategoryContentTypeOrderArgType
      search: FileCategoryContentTypeSearchArgType
    ): FileCategoryContentTypePageModel!
  }
  type FileCategoryContentGroupPageModel {
    data: [FileCategoryContentGroupModel!]!
    totalCount: Int!
  }
  type FileCategoryContentTypeModel {
    id: ID!
    createdAt: Date!
    updatedAt: Date!
    key: String!
    name: String!
    fileCategoryContentGroupId: ID!
  }
  type FileCategoryContentTypePageModel {
    data: [FileCategoryContentTypeModel!]!
    totalCount: Int!
  }

  type UserModel {
    id: ID!
    reference: String!
    firstName: String
    lastName: String
    active: Boolean
    email: String!
    phone: String
    locale: String
    isOptedIn: Boolean
    synced: Boolean
    tenantId: ID
    customData: JsonObject
    timezone: String
    avatarUrl: String
    createdAt: Date!
    updatedAt: Date!
  }
`
