'use client'

import type { FileAdapter, FileCategory, FileFilter, FileFilterKey } from '../../core/index.js'
import { useFileCategories } from '../file-folders/use-file-categories.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'

export interface FilterChoice {
  readonly label: string
  readonly isChosen: (filter: FileFilter) => boolean
  /** What of the filter changes. */
  readonly toggle: (filter: FileFilter) => FileFilter
}

export interface FilterKind {
  readonly id: FileFilterKey
  readonly label: string
  readonly choices: readonly FilterChoice[]
  /** The filter without it. */
  readonly none: FileFilter
}

/** The filters that the adapter has, each with what can be chosen. */
export function useFilterKinds(): readonly FilterKind[] {
  const messages = useMessages()
  const { adapter } = useProvider()
  const categories = useFileCategories()
  return filterKinds(adapter, categories, messages).filter(
    ({ id, choices }) => choices.length > 0 && adapter.features.filters.includes(id),
  )
}

function filterKinds(
  adapter: FileAdapter,
  categories: readonly FileCategory[],
  messages: Messages,
): readonly FilterKind[] {
  return [
    { ...addedKind(messages), label: messages.filterAdded },
    {
      ...manyOf(
        'categories',
        categories.map(({ key, name }) => [name, [key]] as const),
      ),
      label: messages.filterCategory,
    },
    {
      ...manyOf('contentTypes', typeGroups(adapter, messages)),
      label: messages.filterType,
    },
    {
      ...manyOf('statuses', [
        [messages.fileReady, ['ready']],
        [messages.fileProcessing, ['processing']],
        [messages.fileError, ['error']],
      ]),
      label: messages.filterStatus,
    },
    {
      ...oneOf('visibility', [
        [messages.publicFiles, 'public'],
        [messages.privateFiles, 'private'],
      ]),
      label: messages.filterVisibility,
    },
  ]
}

type ManyKey = 'categories' | 'contentTypes' | 'statuses'
type Kind = Omit<FilterKind, 'label'>

/** Any of several: each choice stands for one value or more. */
function manyOf(id: ManyKey, choices: readonly (readonly [string, readonly string[]])[]): Kind {
  return {
    id,
    none: { [id]: undefined },
    choices: choices.map(([label, values]) => ({
      label,
      isChosen: (filter) => values.every((value) => valuesOf(filter, id).includes(value)),
      toggle: (filter) => {
        const old = valuesOf(filter, id)
        const isOut = values.every((value) => old.includes(value))
        const kept = old.filter((value) => !values.includes(value))
        const next = isOut ? kept : [...kept, ...values]
        return { [id]: next.length === 0 ? undefined : next }
      },
    })),
  }
}

function valuesOf(filter: FileFilter, id: ManyKey): readonly string[] {
  return filter[id] ?? []
}

function oneOf(
  id: 'visibility',
  choices: readonly (readonly [string, 'public' | 'private'])[],
): Kind {
  return {
    id,
    none: { [id]: undefined },
    choices: choices.map(([label, value]) => ({
      label,
      isChosen: (filter) => filter[id] === value,
      toggle: (filter) => ({ [id]: filter[id] === value ? undefined : value }),
    })),
  }
}

const dayMs = 86_400_000
/** The moment is kept in the query: it may be older than the choice says by the time that the page was open. */
const tolerance = 1.5

function addedKind(messages: Messages): Kind {
  return {
    id: 'createdAfter',
    none: { createdAfter: undefined },
    choices: [7, 30, 365].map((days) => {
      const isChosen = ({ createdAfter }: FileFilter): boolean => {
        const since = (Date.now() - Date.parse(createdAfter ?? '')) / dayMs
        return since >= days - 0.1 && since < days * tolerance
      }
      return {
        label: messages.lastDays({ count: days }),
        isChosen,
        toggle: (filter) => ({
          createdAfter: isChosen(filter)
            ? undefined
            : new Date(Date.now() - days * dayMs).toISOString(),
        }),
      }
    }),
  }
}

const documentTypes = [
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
]

const exactTypes = {
  image: [
    'image/png',
    'image/jpeg',
    'image/webp',
    'image/gif',
    'image/avif',
    'image/heic',
    'image/svg+xml',
  ],
  video: ['video/mp4', 'video/quicktime', 'video/webm'],
  audio: ['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg', 'audio/flac'],
  text: ['text/plain', 'text/csv', 'text/markdown', 'text/html'],
} as const

function typeGroups(
  { features }: FileAdapter,
  { typeWords, documents }: Messages,
): readonly (readonly [string, readonly string[]])[] {
  const groups = (['image', 'video', 'audio', 'text'] as const).map((group) => {
    const types = features.contentTypeFilter === 'exact' ? exactTypes[group] : [`${group}/*`]
    return [typeWords[group], types] as const
  })
  // A backend of groups alone knows no single type.
  return features.contentTypeFilter === 'group'
    ? groups
    : [...groups, [documents, documentTypes] as const]
}
