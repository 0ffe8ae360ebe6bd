import type { FaultName } from './fault-plans.js'
import { locales, type LocaleName, type StoryLocale } from './locales.js'
import type { StageConditions } from './stage.js'

/** What the toolbar says. */
export interface StorySettings {
  /** Without one the system's. */
  readonly theme: 'light' | 'dark' | undefined
  readonly locale: StoryLocale
  readonly direction: 'ltr' | 'rtl'
  readonly density: 'comfortable' | 'compact'
  /** The media feature to put in force. */
  readonly media: string | undefined
  readonly conditions: StageConditions
}

export function readSettings(globals: Readonly<Record<string, unknown>>): StorySettings {
  const of = (name: string) => String(globals[name])
  const locale = locales[of('locale') as LocaleName]
  const theme = of('theme')
  const direction = of('direction')
  return {
    locale,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : locale.direction,
    density: of('density') === 'compact' ? 'compact' : 'comfortable',
    media: of('media') === 'own' ? undefined : of('media'),
    conditions: { delayMs: Number(of('delay')), fault: of('fault') as FaultName },
  }
}
