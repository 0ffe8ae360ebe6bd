import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileUpload } from 'loadline'
import type { ReactNode } from 'react'
import { Controller, useForm } from 'react-hook-form'
import './recipes.css'

interface Report {
  readonly photos: string[]
}

interface ReportFormProps {
  readonly onSend?: ((report: Report) => void) | undefined
}

/** Its `onChange` is our `onValueChange`; the rest of the field fits as it is. */
export function ReportForm({ onSend }: ReportFormProps): ReactNode {
  const { control, handleSubmit, formState, reset } = useForm<Report>({
    defaultValues: { photos: [] },
  })
  return (
    <form
      className="recipe"
      noValidate
      onSubmit={(event) => void handleSubmit((report) => onSend?.(report))(event)}
    >
      <Controller
        control={control}
        name="photos"
        rules={{ validate: (ids) => ids.length > 0 || 'A report needs a photo.' }}
        render={({ field: { onChange, ...rest }, fieldState }) => (
          <>
            <FileUpload {...rest} onValueChange={onChange} accept="image/*" showFiles />
            <span role="alert">{fieldState.error?.message}</span>
          </>
        )}
      />
      <div className="recipe-row">
        <button className="recipe-button" type="submit">
          Send
        </button>
        <button className="recipe-button" type="button" onClick={() => reset()}>
          Start over
        </button>
        <span>{formState.touchedFields.photos ? 'Touched' : 'Untouched'}</span>
      </div>
    </form>
  )
}

const meta = {
  title: 'Recipes/React Hook Form',
  component: ReportForm,
  excludeStories: ['ReportForm'],
} satisfies Meta<typeof ReportForm>

export default meta

export const Default: StoryObj<typeof meta> = {}
