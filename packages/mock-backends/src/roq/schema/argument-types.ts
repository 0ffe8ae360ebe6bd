function orderOf(model: string, keys: string): string {
  return `
  enum ${model}OrderSortEnum { ${keys} }
  input ${model}OrderArgType { order: OrderEnum! sort: ${model}OrderSortEnum! }`
}

function searchOf(model: string, keys: string): string {
  return `
  enum ${model}SearchKeyEnum { ${keys} }
  input ${model}SearchArgType { key: ${model}SearchKeyEnum! value: String! }`
}

/** What lists are asked by. */
export const argumentTypes = /* GraphQL */ `
  scalar Date
  scalar JsonObject

  enum OrderEnum {
    ASC
    DESC
  }

  input IdFilterArgType {
    equalTo: ID
    notEqualTo: ID
    valueIn: [ID!]
    valueNotIn: [ID!]
  }
  input StringFilterArgType {
    equalTo: String
    notEqualTo: String
    valueIn: [String!]
    valueNotIn: [String!]
    like: String
    iLike: String
  }
  input EntityNameFilterArgType {
    equalTo: String
  }
  input BooleanFilterArgType {
    equalTo: Boolean
    notEqualTo: Boolean
  }
  input NumberFilterArgType {
    equalTo: Float
    notEqualTo: Float
    lessThan: Float
    moreThan: Float
  }
  input DateFilterArgType {
    equalTo: Date
    notEqualTo: Date
    lessThan: Date
    lessThanEqual: Date
    moreThan: Date
    moreThanEqual: Date
  }
  input StatusFilterArgType {
    equalTo: FileStatusEnum
    notEqualTo: FileStatusEnum
    valueIn: [FileStatusEnum!]
    valueNotIn: [FileStatusEnum!]
  }
  input DeleteArgType {
    equalTo: ID
    valueIn: [ID!]
  }
  input DeleteFilterArgType {
    id: DeleteArgType
  }
  input IdBulkFilterArgType {
    equalTo: ID
    valueIn: [ID!]
  }

  input FileFilterArgType {
    id: IdFilterArgType
    createdByUserId: IdFilterArgType
    name: StringFilterArgType
    contentType: StringFilterArgType
    fileCategory: StringFilterArgType
    entityName: EntityNameFilterArgType
    entityReferences: StringFilterArgType
    isPublic: BooleanFilterArgType
    status: StatusFilterArgType
    createdAt: DateFilterArgType
  }
  input FileAssociationFilterArgType {
    entityName: StringFilterArgType
    entityReference: StringFilterArgType
    fileId: IdFilterArgType
    id: IdFilterArgType
  }
  input FileAssociationBulkFilterArgType {
    fileId: IdBulkFilterArgType
    id: IdBulkFilterArgType
  }
  input FileCategoryFilterArgType {
    id: IdFilterArgType
    key: StringFilterArgType
    maxSize: NumberFilterArgType
    name: StringFilterArgType
  }
  input FileCategoryContentGroupFilterArgType {
    fileCategoryId: IdFilterArgType
    id: IdFilterArgType
    key: StringFilterArgType
    name: StringFilterArgType
  }
  input FileCategoryContentTypeFilterArgType {
    fileCategoryContentGroup: StringFilterArgType
    id: IdFilterArgType
    key: StringFilterArgType
    name: StringFilterArgType
  }
  ${orderOf('File', 'contentType createdAt isPublic name status updatedAt')}
  ${orderOf('FileAssociation', 'createdAt entityName entityReference updatedAt')}
  ${orderOf('FileCategory', 'createdAt key maxSize name updatedAt')}
  ${orderOf('FileCategoryContentGroup', 'createdAt key name updatedAt')}
  ${orderOf('FileCategoryContentType', 'createdAt key name updatedAt')}
  ${searchOf('File', 'contentType name')}
  ${searchOf('FileAssociation', 'entityName entityReference')}
  ${searchOf('FileCategory', 'key name')}
  ${searchOf('FileCategoryContentGroup', 'key name')}
  ${searchOf('FileCategoryContentType', 'fileCategoryContentGroupId key name')}
`
