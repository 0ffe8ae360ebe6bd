import type { z } from '@hono/zod-openapi'
import type {
  CreateAssociationsBody,
  CreateFolderBody,
  DeleteAssociationsBody,
  DeleteFilesBody,
  ListFilesParams,
  SetStatusBody,
  SetVisibilityBody,
  UpdateFileBody,
} from 'loadline/protocol'
import { expectTypeOf, test } from 'vitest'
import type { createAssociationsBody } from '../associations/association-schemas.js'
import type { createFolderBody } from '../folders/folder-schemas.js'
import type { idsBody } from '../http/bulk.js'
import type { setStatusBody, setVisibilityBody, updateFileBody } from './change-schemas.js'
import type { listFilesQuery } from './file-schemas.js'

test('whoever writes a body by the wire types is understood', () => {
  expectTypeOf<UpdateFileBody>().toExtend<z.input<typeof updateFileBody>>()
  expectTypeOf<SetVisibilityBody>().toExtend<z.input<typeof setVisibilityBody>>()
  expectTypeOf<SetStatusBody>().toExtend<z.input<typeof setStatusBody>>()
  expectTypeOf<DeleteFilesBody>().toExtend<z.input<typeof idsBody>>()
  expectTypeOf<DeleteAssociationsBody>().toExtend<z.input<typeof idsBody>>()
  expectTypeOf<CreateAssociationsBody>().toExtend<z.input<typeof createAssociationsBody>>()
  expectTypeOf<CreateFolderBody>().toExtend<z.input<typeof createFolderBody>>()
})

test('what the schemas let through is what the wire types say', () => {
  expectTypeOf<z.output<typeof updateFileBody>>().toExtend<UpdateFileBody>()
  expectTypeOf<z.output<typeof setVisibilityBody>>().toExtend<SetVisibilityBody>()
  expectTypeOf<z.output<typeof setStatusBody>>().toExtend<SetStatusBody>()
  expectTypeOf<z.output<typeof createFolderBody>>().toExtend<CreateFolderBody>()
})

test('a list has the parameters of the wire, and no others', () => {
  type Query = z.output<typeof listFilesQuery>
  expectTypeOf<keyof Query>().toEqualTypeOf<keyof ListFilesParams>()
  expectTypeOf<Query['sort']>().toEqualTypeOf<NonNullable<ListFilesParams['sort']>>()
  expectTypeOf<Query['status']>().toExtend<ListFilesParams['status']>()
  expectTypeOf<ListFilesParams['visibility']>().toExtend<Query['visibility']>()
})
