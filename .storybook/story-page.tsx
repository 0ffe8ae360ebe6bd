import { FilesProvider, type Messages } from 'loadline'
import { useEffect, useState, type ReactNode } from 'react'
import { pretendMedia } from './pretend-media.js'
import { createStage, type StageConditions, type StageOptions } from './stage.js'
import type { StorySettings } from './story-settings.js'

interface StoryPageProps {
  readonly id: string
  readonly view: 'story' | 'docs'
  readonly settings: StorySettings
  readonly options: StageOptions
  readonly children: ReactNode
}

const isTested = import.meta.env.MODE === 'test'

/** What stands around every story: a page as the toolbar wants it, and a provider over a backend of its own. */
export function StoryPage({ id, view, settings, options, children }: StoryPageProps): ReactNode {
  const { theme, density, direction, media, conditions } = settings
  const { messages } = settings.locale
  useEffect(() => pretendMedia(media), [media])
  return (
    <div
      className={isTested ? 'page still' : 'page'}
      data-view={view}
      data-theme={theme}
      data-density={density}
      dir={direction}
      lang={messages.locale}
    >
      <StoryStage
        key={`${id} ${String(conditions.delayMs)} ${conditions.fault}`}
        options={options}
        conditions={conditions}
        messages={messages}
      >
        {children}
      </StoryStage>
    </div>
  )
}

interface StoryStageProps {
  readonly options: StageOptions
  readonly conditions: StageConditions
  readonly messages: Messages
  readonly children: ReactNode
}

function StoryStage({ options, conditions, messages, children }: StoryStageProps): ReactNode {
  const [{ queue }] = useState(() => createStage(options, conditions))
  return (
    <FilesProvider queue={queue} messages={messages} timeZone="UTC">
      {children}
    </FilesProvider>
  )
}
