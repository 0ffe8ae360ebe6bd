import type { z } from '@hono/zod-openapi'
import type { AbandonUploadBody, CreateUploadBody, FinalizeUploadBody } from 'loadline/protocol'
import { expectTypeOf, test } from 'vitest'
import type { abandonUploadBody, createUploadBody, finalizeUploadBody } from './upload-schemas.js'

test('whoever writes a body by the wire types is understood', () => {
  expectTypeOf<CreateUploadBody>().toExtend<z.input<typeof createUploadBody>>()
  expectTypeOf<FinalizeUploadBody>().toExtend<z.input<typeof finalizeUploadBody>>()
  expectTypeOf<AbandonUploadBody>().toExtend<z.input<typeof abandonUploadBody>>()
})

test('what the schemas let through is what the wire types say', () => {
  expectTypeOf<z.output<typeof finalizeUploadBody>>().toExtend<FinalizeUploadBody>()
  expectTypeOf<z.output<typeof abandonUploadBody>>().toExtend<AbandonUploadBody>()
})
