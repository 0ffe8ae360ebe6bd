import type { JsonValue } from '../../core/index.js'

export type RoqVariables = Readonly<Record<string, JsonValue | undefined>>

/** The generation of mutations: `v2` is what `@roq/nodejs` speaks from 1.0.20 on. */
export type RoqApiVersion = 'v1' | 'v2'

/** A document with one root field. */
export interface RoqOperation {
  readonly field: string
  readonly query: string
}

const fileFields = `id name contentType status isPublic url createdAt updatedAt createdByUserId
  createdByUser { id firstName lastName avatarUrl }
  fileCategory { id key name maxSize isPublicByDefault }`

const associationFields = 'id entityName entityReference'

export const listFilesOperation: RoqOperation = {
  field: 'files',
  query: `query LoadlineFiles($filter: FileFilterArgType, $limit: Int, $offset: Int, $order: FileOrderArgType) {
    files(filter: $filter, limit: $limit, offset: $offset, order: $order) { data { ${fileFields} } totalCount }
  }`,
}

export const getFileOperation: RoqOperation = {
  field: 'file',
  query: `query LoadlineFile($id: ID!) {
    file(id: $id) { ${fileFields} fileAssociations(limit: 100) { data { ${associationFields} } } }
  }`,
}

export const listCategoriesOperation: RoqOperation = {
  field: 'fileCategories',
  query: `query LoadlineCategories($limit: Int, $offset: Int) {
    fileCategories(limit: $limit, offset: $offset, order: { sort: name, order: ASC }) {
      data {
        id key name maxSize isPublicByDefault
        fileCategoryContentGroups { data { fileCategoryContentTypes { data { key name } totalCount } } totalCount }
      }
      totalCount
    }
  }`,
}

export const deleteFilesOperation: RoqOperation = {
  field: 'deleteFiles',
  query: `mutation LoadlineDelete($ids: [ID!]!) { deleteFiles(filter: { id: { valueIn: $ids } }) }`,
}

export const deleteAssociationsOperation: RoqOperation = {
  field: 'deleteFileAssociations',
  query: `mutation LoadlineDissociate($ids: [ID!]!) { deleteFileAssociations(filter: { id: { valueIn: $ids } }) }`,
}

export function visibilityOperation(isPublic: boolean): RoqOperation {
  const field = isPublic ? 'makeFilePublic' : 'makeFilePrivate'
  return { field, query: `mutation LoadlineShow($id: ID!) { ${field}(id: $id) { ${fileFields} } }` }
}

type Request = readonly [operation: RoqOperation, variables: RoqVariables]

/** What the two generations say differently. */
export interface RoqMutations {
  createUpload(file: { name: string; contentType: string; fileCategory: string }): Request
  setStatus(id: string, status: 'ready' | 'cancelled' | 'error'): Request
  rename(id: string, name: string): Request
  associate(association: { entityName: string; entityReference: string; fileId: string }): Request
}

const createdFields = 'id name contentType createdAt uploadUrl formFields'

const v1: RoqMutations = {
  createUpload: (createFileDto) => [
    {
      field: 'createFileUpload',
      query: `mutation LoadlineCreate($createFileDto: FileCreateDto!) {
        createFileUpload(createFileDto: $createFileDto) { ${createdFields} }
      }`,
    },
    { createFileDto },
  ],
  setStatus: (id, status) => [
    {
      field: 'updateFileStatus',
      query: `mutation LoadlineStatus($id: ID!, $status: FileStatusEnum!) {
        updateFileStatus(id: $id, status: $status) { ${fileFields} }
      }`,
    },
    { id, status },
  ],
  rename: (id, name) => [
    {
      field: 'updateFile',
      query: `mutation LoadlineRename($id: ID!, $updateFileDto: FileUpdateDto!) {
        updateFile(id: $id, updateFileDto: $updateFileDto) { ${fileFields} }
      }`,
    },
    { id, updateFileDto: { name } },
  ],
  associate: (createFileAssociationDto) => [
    {
      field: 'createFileAssociation',
      query: `mutation LoadlineAssociate($createFileAssociationDto: FileAssociationCreateDto!) {
        createFileAssociation(createFileAssociationDto: $createFileAssociationDto) { ${associationFields} }
      }`,
    },
    { createFileAssociationDto },
  ],
}

const updateV2: RoqOperation = {
  field: 'updateFileV2',
  query: `mutation LoadlineUpdate($data: FileUpdateV2Dto!) { updateFileV2(data: $data) { ${fileFields} } }`,
}

const v2: RoqMutations = {
  createUpload: (data) => [
    {
      field: 'createFileUploadV2',
      query: `mutation LoadlineCreate($data: FileCreateV2Dto!) {
        createFileUploadV2(data: $data) { ${createdFields} }
      }`,
    },
    { data },
  ],
  setStatus: (fileId, status) => [updateV2, { data: { fileId, status } }],
  rename: (fileId, name) => [updateV2, { data: { fileId, name } }],
  associate: (data) => [
    {
      field: 'createFileAssociationV2',
      query: `mutation LoadlineAssociate($data: FileAssociationCreateDto!) {
        createFileAssociationV2(data: $data) { ${associationFields} }
      }`,
    },
    { data },
  ],
}

export const roqMutations: Readonly<Record<RoqApiVersion, RoqMutations>> = { v1, v2 }
