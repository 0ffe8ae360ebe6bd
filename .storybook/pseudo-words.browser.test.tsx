import { composeStory, setProjectAnnotations } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { findPlainWords } from './find-plain-words.js'
import preview from './preview.js'

type StoryModule = Readonly<Record<string, object>> & { readonly default: { title: string } }

const modules = import.meta.glob<StoryModule>('../packages/loadline/src/**/*.stories.tsx', {
  eager: true,
})

// A play that looks for English words gets as far as it gets: its last state is looked at.
configure({ asyncUtilTimeout: 200 })

const annotations = {
  ...preview,
  parameters: { ...preview.parameters, a11y: { test: 'off' } },
  initialGlobals: { ...preview.initialGlobals, locale: 'pseudo' },
}

beforeAll(setProjectAnnotations(annotations).beforeAll)

afterEach(() => {
  document.body.replaceChildren()
})

it('finds words from outside of the messages', () => {
  document.body.innerHTML = `
    <p>Not a part of the library</p>
    <div data-loadline="row" aria-label="[Ñàɱé~~] plan.pdf: Open">
      <bdi data-loadline="name"><span data-loadline="spoken">plan.pdf</span><span>plan.pdf</span></bdi>
      <span data-loadline="status"><b>[Þàûšéð~~] · 3.8 of 4 MB</b></span>
      <button>Retry</button>
    </div>`
  expect(findPlainWords(document.body)).toEqual([
    '[Ñàɱé~~] plan.pdf: Open',
    '[Þàûšéð~~] · 3.8 of 4 MB',
    'Retry',
  ])
})

const stories = Object.values(modules)
  .flatMap(({ default: meta, ...exported }) =>
    Object.entries(exported).map(([name, story]) => ({ name, title: meta.title, meta, story })),
  )
  // In these the application brings markup of its own.
  .filter(({ name, title }) => !name.startsWith('Own') && !title.startsWith('Recipes/'))

it.each(stories)(
  '$title, $name: no word is from outside of the messages',
  async ({ meta, name, story }) => {
    await page.viewport(1200, 900)
    const canvas = document.body.appendChild(document.createElement('div'))
    const composed = composeStory(story as never, meta as never, undefined, name)
    await composed.run({ canvasElement: canvas }).catch(letPlayStop)
    const { ownWords = [] } = composed.parameters as { ownWords?: readonly string[] }
    const args = Object.values(composed.args).filter((value) => typeof value === 'string')
    expect(findPlainWords(canvas, [...ownWords, ...args])).toEqual([])
  },
)

/** Of the errors of a play those that say that something was not found; not those of a component. */
function letPlayStop(error: unknown): void {
  const isOfPlay =
    error instanceof Error && /Unable to find|^expect|toHave|Timed out/iu.test(error.message)
  if (!isOfPlay) throw error
}
