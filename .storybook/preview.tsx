import type { Preview } from '@storybook/react-vite'
import { FilesProvider } from 'loadline'
import { useState, type ReactNode } from 'react'
import 'loadline/styles.css'
import './preview.css'
import { createStage, type StageOptions } from './stage.js'

interface StoryStageProps {
  readonly options: StageOptions
  readonly children: ReactNode
}

function StoryStage({ options, children }: StoryStageProps): ReactNode {
  const [{ queue }] = useState(() => createStage(options))
  return (
    <FilesProvider queue={queue} timeZone="UTC">
      {children}
    </FilesProvider>
  )
}

/** What fades in has another contrast half-way. */
const isTested = import.meta.env.MODE === 'test'

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the script',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  decorators: [
    (Story, { id, parameters, globals }) => (
      <div
        className={isTested ? 'page still' : 'page'}
        data-theme={globals['theme'] as string | undefined}
        dir={String(globals['direction'])}
      >
        <StoryStage key={id} options={(parameters['stage'] ?? {}) as StageOptions}>
          <Story />
        </StoryStage>
      </div>
    ),
  ],
}

export default preview
