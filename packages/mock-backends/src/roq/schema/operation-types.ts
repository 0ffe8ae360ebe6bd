/** What can be asked, in both generations: those without a suffix came first, and stayed. */
export const operationTypes = /* GraphQL */ `
  type Query {
    file(id: ID!): FileModel!
    files(
      filter: FileFilterArgType
      limit: Int
      offset: Int
      order: FileOrderArgType
      search: FileSearchArgType
    ): FilePageModel!
    fileCategory(id: ID!): FileCategoryModel!
    fileCategories(
      filter: FileCategoryFilterArgType
      limit: Int
      offset: Int
      order: FileCategoryOrderArgType
      search: FileCategorySearchArgType
    ): FileCategoryPageModel!
    fileCategoryContentGroups(
      filter: FileCategoryContentGroupFilterArgType
      limit: Int
      offset: Int
      order: FileCategoryContentGroupOrderArgType
      search: FileCategoryContentGroupSearchArgType
    ): FileCategoryContentGroupPageModel!
    fileCategoryContentTypes(
      filter: FileCategoryContentTypeFilterArgType
      limit: Int
      offset: Int
      order: FileCategoryContentTypeOrderArgType
      search: FileCategoryContentTypeSearchArgType
    ): FileCategoryContentTypePageModel!
    user(id: ID!): UserModel!
  }

  type Mutation {
    createFileUpload(createFileDto: FileCreateDto!): FileCreateUploadModel!
    createFileUploadV2(data: FileCreateV2Dto!): FileCreateUploadModel!
    updateFileStatus(id: ID!, status: FileStatusEnum!): FileModel!
    updateFile(id: ID!, updateFileDto: FileUpdateDto!): FileModel!
    updateFileV2(data: FileUpdateV2Dto!): FileModel!
    deleteFiles(filter: DeleteFilterArgType): [ID!]!
    makeFilePublic(id: ID!): FileModel!
    makeFilePrivate(id: ID!): FileModel!
    createFileAssociation(
      createFileAssociationDto: FileAssociationCreateDto!
    ): FileAssociationModel!
    createFileAssociationV2(data: FileAssociationCreateDto!): FileAssociationModel!
    deleteFileAssociations(filter: FileAssociationBulkFilterArgType!): [String!]!
  }
`
