import type { Meta, StoryObj } from '@storybook/react-vite'
import { resizeImage, useFileField } from 'loadline'
import { useEffect, useState, type ReactNode } from 'react'
import './recipes.css'

/** One picture, made small before it is sent, seen at once, replaced by the next. */
export function AvatarField(): ReactNode {
  const [preview, setPreview] = useState<string | null>(null)
  const field = useFileField({
    accept: 'image/*',
    multiple: false,
    overflow: 'replace',
    removeDeletes: true,
    prepareFile: async (file) => {
      const small = await resizeImage(file, { maxWidth: 256, maxHeight: 256 })
      setPreview(URL.createObjectURL(small))
      return small
    },
  })
  useEffect(() => () => URL.revokeObjectURL(preview ?? ''), [preview])
  const [item] = field.items
  return (
    <div className="recipe recipe-row" {...field.getDropzoneProps()}>
      <input {...field.getInputProps()} />
      {item === undefined || preview === null ? (
        <span className="recipe-avatar">MO</span>
      ) : (
        <img className="recipe-avatar" src={preview} alt="Your avatar" />
      )}
      <button className="recipe-button" {...field.getTriggerProps()} type="button">
        {item === undefined ? 'Choose picture' : 'Replace'}
      </button>
      {item !== undefined && (
        <button className="recipe-button" type="button" onClick={() => field.remove(item.id)}>
          Remove
        </button>
      )}
      <span role="status">{field.isPending ? 'Saving…' : item && 'Saved'}</span>
    </div>
  )
}

const meta = {
  title: 'Recipes/Avatar',
  component: AvatarField,
  excludeStories: ['AvatarField'],
} satisfies Meta<typeof AvatarField>

export default meta

export const Default: StoryObj<typeof meta> = {}
