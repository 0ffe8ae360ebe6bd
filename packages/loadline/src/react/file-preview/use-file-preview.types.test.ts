import { expectTypeOf, it } from 'vitest'
import type { StoredFile, UploadTask } from '../../core/index.js'
import type { FileActions } from '../file-actions/create-file-actions.js'
import type { FilePreview, PreviewContent, useFilePreview } from './use-file-preview.js'

it('takes a stored file, an upload, or none', () => {
  expectTypeOf<Parameters<typeof useFilePreview>>().toEqualTypeOf<
    [StoredFile | UploadTask | null]
  >()
  expectTypeOf<ReturnType<typeof useFilePreview>>().toEqualTypeOf<FilePreview>()
})

it('tells by its kind what there is to show', () => {
  type Of<Kind extends PreviewContent['kind']> = Extract<PreviewContent, { kind: Kind }>
  expectTypeOf<Of<'text'>['text']>().toBeString()
  expectTypeOf<Of<'image'>['width']>().toBeNumber()
  expectTypeOf<Of<'video' | 'audio' | 'pdf'>['url']>().toBeString()
  expectTypeOf<PreviewContent>().not.toHaveProperty('release')
})

it('has no action that the adapter may lack without saying so', () => {
  expectTypeOf<null>().toExtend<FileActions['associate']>()
  expectTypeOf<null>().toExtend<FileActions['detach']>()
})
