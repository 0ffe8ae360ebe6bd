import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, FileUpload } from 'loadline'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import './recipes.css'

interface CropRequest {
  readonly picture: ImageBitmap
  readonly name: string
  readonly answer: (cropped: Blob | null) => void
}

/** `prepareFile` may ask the person: the upload waits for the answer, and `null` keeps the file out. */
export function CroppedUpload(): ReactNode {
  const [request, setRequest] = useState<CropRequest | null>(null)
  const crop = async (file: File, { signal }: { readonly signal: AbortSignal }) => {
    const picture = await createImageBitmap(file)
    const cropped = await new Promise<Blob | null>((answer) => {
      signal.addEventListener('abort', () => answer(null))
      setRequest({ picture, name: file.name, answer })
    })
    setRequest(null)
    return cropped && new File([cropped], `${file.name}.png`, { type: 'image/png' })
  }
  return (
    <div className="recipe">
      <FileUpload accept="image/*" multiple={false} prepareFile={crop} />
      {request !== null && <CropDialog key={request.name} request={request} />}
      <FileActiveUploads />
    </div>
  )
}

/** The middle of the picture: what an application would let people choose. */
function CropDialog({ request }: { readonly request: CropRequest }): ReactNode {
  const { picture, name, answer } = request
  const dialog = useRef<HTMLDialogElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    const side = Math.min(picture.width, picture.height)
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
    canvas.current?.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, 240, 240)
  }, [picture])
  return (
    <dialog ref={dialog} aria-label={`Crop ${name}`} onCancel={() => answer(null)}>
      Only the middle is kept.
      <canvas ref={canvas} width={240} height={240} />
      <div className="recipe-row">
        <button
          className="recipe-button"
          type="button"
          onClick={() => canvas.current?.toBlob(answer)}
        >
          Use picture
        </button>
        <button className="recipe-button" type="button" onClick={() => answer(null)}>
          Leave it out
        </button>
      </div>
    </dialog>
  )
}

const meta = {
  title: 'Recipes/Crop before upload',
  component: CroppedUpload,
  excludeStories: ['CroppedUpload'],
} satisfies Meta<typeof CroppedUpload>

export default meta

export const Default: StoryObj<typeof meta> = {}
