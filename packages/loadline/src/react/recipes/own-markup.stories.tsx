import type { Meta, StoryObj } from '@storybook/react-vite'
import { useFileField, useUpload, type FileFieldItem } from 'loadline'
import type { ReactNode } from 'react'
import './recipes.css'

/** Every element is the application's: the hook gives what it does. */
export function OwnMarkup(): ReactNode {
  const field = useFileField({ accept: '.pdf', maxFiles: 3 })
  return (
    <section className="recipe" aria-label="Attachments">
      <input {...field.getInputProps()} />
      <div
        className="recipe-drop"
        data-over={field.isDragAccept ? '' : undefined}
        {...field.getDropzoneProps()}
      >
        {field.isDragReject ? 'Only PDF, please' : 'Put documents here'}
      </div>
      <button className="recipe-button" {...field.getTriggerProps()} type="button">
        Attach
      </button>
      <ul>
        {field.items.map((item) => (
          <Attachment key={item.id} item={item} onRemove={() => field.remove(item.id)} />
        ))}
      </ul>
      {field.rejections.length > 0 && (
        <p role="alert">
          <span>{field.rejections.map(({ file }) => file.name).join()} cannot be attached. </span>
          <button className="recipe-button" type="button" onClick={() => field.dismiss()}>
            Understood
          </button>
        </p>
      )}
    </section>
  )
}

interface AttachmentProps {
  readonly item: FileFieldItem
  readonly onRemove: () => void
}

/** One row's progress renders one row. */
function Attachment({ item, onRemove }: AttachmentProps): ReactNode {
  const task = useUpload(item.uploadId ?? '')
  const name = item.file?.name ?? task?.name ?? item.id
  const state = item.fileId === null ? (task?.status ?? 'gone') : 'attached'
  return (
    <li>
      <span>{`${name}: ${state} `}</span>
      <button className="recipe-button" type="button" onClick={onRemove}>
        Detach {name}
      </button>
    </li>
  )
}

const meta = {
  title: 'Recipes/Own markup',
  component: OwnMarkup,
  excludeStories: ['OwnMarkup'],
} satisfies Meta<typeof OwnMarkup>

export default meta

export const Default: StoryObj<typeof meta> = {}
