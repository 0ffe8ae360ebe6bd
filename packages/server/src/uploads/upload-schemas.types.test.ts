import type { z } from '@hono/zod-openapi'
import type {
  AbandonUploadBody,
  AbandonUploadsBody,
  CreateUploadBody,
  CreateUploadsBody,
  FinalizeUploadBody,
  FinalizeUploadsBody,
  SignPartsBody,
} from 'loadline/protocol'
import { expectTypeOf, test } from 'vitest'
import type {
  abandonUploadItem,
  abandonUploadsBody,
  createUploadsBody,
  finalizeUploadItem,
  finalizeUploadsBody,
} from './batch-schemas.js'
import type { signPartsBody } from './part-schemas.js'
import type { abandonUploadBody, createUploadBody, finalizeUploadBody } from './upload-schemas.js'

test('whoever writes a body by the wire types is understood', () => {
  expectTypeOf<CreateUploadBody>().toExtend<z.input<typeof createUploadBody>>()
  expectTypeOf<FinalizeUploadBody>().toExtend<z.input<typeof finalizeUploadBody>>()
  expectTypeOf<AbandonUploadBody>().toExtend<z.input<typeof abandonUploadBody>>()
  expectTypeOf<SignPartsBody>().toExtend<z.input<typeof signPartsBody>>()
  expectTypeOf<CreateUploadsBody>().toExtend<z.input<typeof createUploadsBody>>()
  expectTypeOf<FinalizeUploadsBody>().toExtend<z.input<typeof finalizeUploadsBody>>()
  expectTypeOf<AbandonUploadsBody>().toExtend<z.input<typeof abandonUploadsBody>>()
})

test('what the schemas let through is what the wire types say', () => {
  expectTypeOf<z.output<typeof finalizeUploadBody>>().toExtend<FinalizeUploadBody>()
  expectTypeOf<z.output<typeof abandonUploadBody>>().toExtend<AbandonUploadBody>()
  type FinalizeItem = FinalizeUploadsBody['uploads'][number]
  expectTypeOf<z.output<typeof finalizeUploadItem>>().toExtend<FinalizeItem>()
  type AbandonItem = AbandonUploadsBody['uploads'][number]
  expectTypeOf<z.output<typeof abandonUploadItem>>().toExtend<AbandonItem>()
})
