'use client'

import type {
  FileAdapter,
  FileCategory,
  FileFilter,
  FileFilterKey,
  FileUser,
} from '../../core/index.js'
import { useFileCategories } from '../file-folders/use-file-categories.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { addedKinds, type DayFilter } from './added-filter.js'

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
  /** Days that a person picks, beside the choices. */
  readonly days?: DayFilter | undefined
  /** The filter without it. */
  readonly none: FileFilter
}

/** What a kind is set to, in words; empty: nothing. */
export function wordsOfKind({ choices, days }: FilterKind, filter: FileFilter): readonly string[] {
  const range = days?.wordsOf(filter) ?? null
  const chosen = choices.filter((choice) => choice.isChosen(filter)).map(({ label }) => label)
  return range === null ? chosen : [...chosen, range]
}

/**
 * The filters that the adapter has, each with what can be chosen.
 * @param people whose files were seen
 */
export function useFilterKinds(people: readonly FileUser[]): readonly FilterKind[] {
  const messages = useMessages()
  const { adapter, timeZone } = useProvider()
  const categories = useFileCategories()
  const { filters } = adapter.features
  const others = [...filterKinds(adapter, categories, messages), ownerKind(people, messages)]
  return [
    ...addedKinds(filters, messages, timeZone),
    ...others.filter(({ id, choices }) => choices.length > 0 && filters.includes(id)),
  ]
}

function filterKinds(
  adapter: FileAdapter,
  categories: readonly FileCategory[],
  messages: Messages,
): readonly FilterKind[] {
  return [
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

/** Of one person alone there is nothing to choose. */
function ownerKind(people: readonly FileUser[], { addedBy }: Messages): FilterKind {
  const choices = people.map(({ id, name }) => [name ?? id, id] as const)
  return { ...oneOf('createdBy', choices.length > 1 ? choices : []), label: addedBy }
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
  id: 'visibility' | 'createdBy',
  choices: readonly (readonly [string, string])[],
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
