import type { FileFilter, FileFilterKey } from '../../core/index.js'
import type { Messages } from '../messages/messages.js'
import { daysOfFilter, filterOfDays, momentsOf, startOfDay, type DayRange } from './day-range.js'
import type { FilterChoice, FilterKind } from './use-filter-kinds.js'

/** Days that a person picks. */
export interface DayFilter {
  readonly hasFirst: boolean
  readonly hasLast: boolean
  /** Both open where the filter is a choice, or nothing. */
  readonly rangeOf: (filter: FileFilter) => DayRange
  /** What of the filter changes. */
  readonly filterOf: (range: DayRange) => FileFilter
  /** `null`: no days are picked. */
  readonly wordsOf: (filter: FileFilter) => string | null
}

const none: FileFilter = { createdAfter: undefined, createdBefore: undefined }
const open: DayRange = { first: '', last: '' }
const dayMs = 86_400_000
/** The moment is kept in the query: it may be older than the choice says by the time that the page was open. */
const tolerance = 1.5

/** When files were added: the last days, or days that are picked. None where the adapter cannot tell. */
export function addedKinds(
  filters: readonly FileFilterKey[],
  messages: Messages,
  timeZone: string | undefined,
): readonly FilterKind[] {
  const hasFirst = filters.includes('createdAfter')
  const hasLast = filters.includes('createdBefore')
  if (!hasFirst && !hasLast) return []
  const choices = hasFirst ? lastDays(messages, timeZone) : []
  const isChoice = (filter: FileFilter): boolean => choices.some((one) => one.isChosen(filter))
  const days: DayFilter = {
    ...{ hasFirst, hasLast },
    rangeOf: (filter) => (isChoice(filter) ? open : daysOfFilter(filter, timeZone)),
    filterOf: (range) => filterOfDays(range, timeZone),
    wordsOf: (filter) => (isChoice(filter) ? null : wordsOf(filter, messages, timeZone)),
  }
  return [{ id: 'createdAfter', label: messages.filterAdded, none, choices, days }]
}

function lastDays(messages: Messages, timeZone: string | undefined): readonly FilterChoice[] {
  return [7, 30, 365].map((days) => {
    const isChosen = (filter: FileFilter): boolean => {
      const since = (Date.now() - Date.parse(filter.createdAfter ?? '')) / dayMs
      const isNear = since >= days - 0.1 && since < days * tolerance
      return isNear && filter.createdBefore === undefined && !beginsDay(filter, timeZone)
    }
    const createdAfter = (): string => new Date(Date.now() - days * dayMs).toISOString()
    return {
      label: messages.lastDays({ count: days }),
      isChosen,
      toggle: (filter) => (isChosen(filter) ? none : { ...none, createdAfter: createdAfter() }),
    }
  })
}

/** Whoever picked that day said more than "about a month". */
function beginsDay(filter: FileFilter, timeZone: string | undefined): boolean {
  return startOfDay(daysOfFilter(filter, timeZone).first, timeZone) === momentsOf(filter).first
}

function wordsOf(
  filter: FileFilter,
  messages: Messages,
  timeZone: string | undefined,
): string | null {
  const { first, last } = momentsOf(filter)
  const format = new Intl.DateTimeFormat(messages.locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone },
  } as const)
  const [hasFirst, hasLast] = [!Number.isNaN(first), !Number.isNaN(last)]
  if (hasFirst && hasLast && first <= last) return format.formatRange(first, last)
  if (hasFirst) return messages.sinceDay({ day: format.format(first) })
  return hasLast ? messages.untilDay({ day: format.format(last) }) : null
}
