import type { ControllerRenderProps } from 'react-hook-form'
import { expectTypeOf, it } from 'vitest'
import type { FileUploadProps } from '../upload/file-upload.js'

interface Report {
  photos: string[]
}

type Field = ControllerRenderProps<Report, 'photos'>

it('does not take a whole field of React Hook Form by mistake', () => {
  expectTypeOf<Field>().not.toExtend<FileUploadProps>()
  expectTypeOf<Omit<Field, 'onChange' | 'ref'>>().toExtend<FileUploadProps>()
})

it('takes a setter of state', () => {
  expectTypeOf<(ids: string[]) => void>().toExtend<FileUploadProps['onValueChange']>()
  expectTypeOf<Field['onChange']>().toExtend<FileUploadProps['onValueChange']>()
})
