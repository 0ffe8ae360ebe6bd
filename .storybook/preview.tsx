import type { Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/noto-sans-arabic/index.css'
import 'loadline/styles.css'
import './preview.css'
import { faultPlans } from './fault-plans.js'
import { locales } from './locales.js'
import type { StageOptions } from './stage.js'
import { readSettings } from './story-settings.js'
import { StoryPage } from './story-page.js'

// Tests of stories may share two processors with much else.
configure({ asyncUtilTimeout: 10_000 })

const titles = (items: Readonly<Record<string, { readonly title: string }>>) =>
  Object.entries(items).map(([value, { title }]) => ({ value, title }))

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { icon: 'contrast', items: ['light', 'dark', 'automatic'], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: { icon: 'globe', items: titles(locales), dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the script',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: 'automatic', title: 'direction of the language' },
          { value: 'ltr', title: 'left to right' },
          { value: 'rtl', title: 'right to left' },
        ],
        dynamicTitle: true,
      },
    },
    density: {
      description: 'Density',
      toolbar: { icon: 'component', items: ['comfortable', 'compact'], dynamicTitle: true },
    },
    media: {
      description: "The reader's settings: their rules in the style sheet, put in force",
      toolbar: {
        icon: 'accessibility',
        items: [
          { value: 'own', title: 'own settings' },
          { value: 'prefers-reduced-motion', title: 'reduced motion' },
          { value: 'forced-colors', title: 'forced colours' },
        ],
        dynamicTitle: true,
      },
    },
    delay: {
      description: 'Before every answer of the backend',
      toolbar: {
        icon: 'timer',
        items: [
          { value: '0', title: 'no delay' },
          { value: '400', title: '0.4 s delay' },
          { value: '3000', title: 'slow, 3 s' },
        ],
        dynamicTitle: true,
      },
    },
    fault: {
      description: 'What goes wrong',
      toolbar: { icon: 'lightning', items: titles(faultPlans), dynamicTitle: true },
    },
  },
  initialGlobals: {
    theme: 'light',
    locale: 'en',
    direction: 'automatic',
    density: 'comfortable',
    media: 'own',
    delay: '0',
    fault: 'none',
  },
  decorators: [
    (Story, { id, parameters, globals, viewMode }) => (
      <StoryPage
        id={id}
        view={viewMode}
        settings={readSettings(globals)}
        options={(parameters['stage'] ?? {}) as StageOptions}
      >
        <Story />
      </StoryPage>
    ),
  ],
}

export default preview
