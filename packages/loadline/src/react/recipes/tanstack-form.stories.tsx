import type { Meta, StoryObj } from '@storybook/react-vite'
import { useForm } from '@tanstack/react-form'
import { FileUpload } from 'loadline'
import type { ReactNode } from 'react'
import './recipes.css'

interface OfferFormProps {
  readonly onSend?: ((offer: { readonly documents: string[] }) => void) | undefined
}

export function OfferForm({ onSend }: OfferFormProps): ReactNode {
  const form = useForm({
    defaultValues: { documents: [] as string[] },
    onSubmit: ({ value }) => onSend?.(value),
  })
  return (
    <form
      className="recipe"
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      <form.Field
        name="documents"
        validators={{ onSubmit: ({ value }) => (value.length > 0 ? undefined : 'Add the offer.') }}
      >
        {({ state, handleChange, handleBlur }) => (
          <>
            <FileUpload
              value={state.value}
              onValueChange={handleChange}
              onBlur={handleBlur}
              showFiles
            />
            <span role="alert">{state.meta.errors.join()}</span>
          </>
        )}
      </form.Field>
      <button className="recipe-button" type="submit">
        Send
      </button>
    </form>
  )
}

const meta = {
  title: 'Recipes/TanStack Form',
  component: OfferForm,
  excludeStories: ['OfferForm'],
} satisfies Meta<typeof OfferForm>

export default meta

export const Default: StoryObj<typeof meta> = {}
