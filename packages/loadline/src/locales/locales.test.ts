import { describe, expect, it } from 'vitest'
import { createFormat } from '../react/format/create-format.js'
import { createCounting } from '../react/messages/create-counting.js'
import type { Messages } from '../react/messages/messages.js'
import { ar, createArabic } from './ar.js'
import { de } from './de.js'
import { en } from './en.js'
import { ja } from './ja.js'
import { pseudo } from './pseudo.js'

type Say = (args: unknown) => string

/** Every message by its path, as a function. */
function listMessages(value: unknown, path = ''): readonly (readonly [string, Say])[] {
  if (typeof value === 'string') return [[path, () => value]]
  if (typeof value === 'function') return [[path, value as Say]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    listMessages(inner, path === '' ? key : `${path}.${key}`),
  )
}

const catalogues = { ar, de, en, ja, pseudo } satisfies Record<string, Messages>
const translations = { ar, de, ja }

const given = {
  ...{ action: '⟦action⟧', name: '⟦name⟧', time: '⟦time⟧', percent: '⟦percent⟧' },
  day: '⟦day⟧',
  ...{ sent: '⟦sent⟧', total: '⟦total⟧', size: '⟦size⟧', limit: '⟦limit⟧', browse: '⟦browse⟧' },
  unit: 'minute',
}
const counts = [0, 1, 2, 3, 11, 100]
const flags = [
  { isOne: true, canPaste: false },
  { isOne: false, canPaste: true },
]

const withTotals = counts.flatMap((many) =>
  [0, 1, 7].map((few) => ({
    ...{ ...given, active: few, uploaded: many, failed: few, cancelled: many, needYou: few },
    ...{ count: few, done: few, total: many + few * 2 },
  })),
)
const withCounts = counts.flatMap((count) =>
  flags.map((flag) => ({ ...given, ...flag, count, done: 1 })),
)
const withNothing = { ...given, time: null, limit: null, count: null }

/** What a message may be handed. */
function situationsOf(path: string): readonly unknown[] {
  if (path === 'listErrors') return ['network', 'forbidden', 'unknown']
  if (/^(uploadsTitle|filesRejected|fieldUploads|deletingFiles|placeOf)$/u.test(path))
    return withTotals
  const takesNothing = /^(rejections|errors)\.|^(backoff|limited|dropToUpload|deleteFiles)$/u.test(
    path,
  )
  return takesNothing ? [...withCounts, withNothing] : withCounts
}

describe.each(Object.entries(catalogues))('%s', (_name, catalogue) => {
  it('has the messages of the English one', () => {
    const paths = (messages: Messages) => listMessages(messages).map(([path]) => path)
    expect(paths(catalogue).sort()).toEqual(paths(en).sort())
  })

  it('says something whole in every situation', () => {
    const said = listMessages(catalogue).flatMap(([path, say]) =>
      situationsOf(path).map((situation) => [path, say(situation)] as const),
    )
    const holes = said.filter(
      ([, text]) => text.trim() === '' || /undefined|null|NaN|#|\[object/u.test(text),
    )
    expect(holes).toEqual([])
  })

  it('tells what the English message tells', () => {
    const english = new Map(listMessages(en))
    const untold = listMessages(catalogue).flatMap(([path, say]) =>
      situationsOf(path).flatMap((situation) => {
        const model = english.get(path)?.(situation) ?? ''
        const told = Object.values(given).filter((value) => model.includes(value))
        return told.filter((value) => !say(situation).includes(value)).map((value) => [path, value])
      }),
    )
    expect(untold).toEqual([])
  })
})

const written: Readonly<Record<string, object>> = {
  ar: {
    bytes: '1.92 غ.ب',
    percent: '62\u200E%\u200E',
    duration: ['41 ث', '2 د', '2 س'],
    list: 'a وb وc',
    date: '14 يونيو 2026',
  },
  de: {
    bytes: '1,92\u00A0GB',
    percent: '62\u00A0%',
    duration: ['41 Sek.', '2 Min.', '2 Std.'],
    list: 'a, b und c',
    date: '14. Juni 2026',
  },
  ja: {
    bytes: '1.92 GB',
    percent: '62%',
    duration: ['41 秒', '2 分', '2 時間'],
    list: 'a、b、c',
    date: '2026年6月14日',
  },
}

describe.each(Object.entries(translations))('%s', (name, catalogue) => {
  it('writes its locale as the language has it', () => {
    expect(catalogue.locale).toBe(name)
    const format = createFormat(catalogue, 'UTC')
    expect({
      bytes: format.bytes(1_920_000_000),
      percent: format.percent(0.625),
      duration: [41, 130, 7300].map((seconds) => format.duration(seconds)),
      list: format.list(['a', 'b', 'c']),
      date: format.absolute('2026-06-14T14:02:00Z'),
    }).toEqual(written[name])
  })

  it('leaves no message in English', () => {
    // The same word in both languages.
    const shared = ['Name', 'Status', 'Uploads', 'Offline', 'Videos', 'Audio', 'Del', 'Details']
    const english = new Map(listMessages(en))
    const left = listMessages(catalogue).filter(
      ([path, say]) =>
        !['locale', 'duration'].includes(path) &&
        situationsOf(path).some((situation) => say(situation) === english.get(path)?.(situation)),
    )
    expect(left.map(([path, say]) => [path, say({ ...given, count: 1 })])).toEqual(
      left.map(([path]) => [path, expect.toBeOneOf(shared) as string]),
    )
  })
})

describe('Arabic', () => {
  it('has each of its six plural forms', () => {
    const rules = new Intl.PluralRules('ar')
    const said = [0, 1, 2, 3, 11, 100].map((count) => [
      rules.select(count),
      ar.uploadsStarted({ count }),
    ])
    expect(said).toEqual([
      ['zero', 'جارٍ رفع لا ملفات'],
      ['one', 'جارٍ رفع ملف واحد'],
      ['two', 'جارٍ رفع ملفين'],
      ['few', 'جارٍ رفع 3 ملفات'],
      ['many', 'جارٍ رفع 11 ملفًا'],
      ['other', 'جارٍ رفع 100 ملف'],
    ])
    expect(ar.filesWaiting({ count: 2 })).toContain('ملفان')
  })

  it('writes the digits of its region', () => {
    expect(createArabic('ar-EG').filesWaiting({ count: 5 })).toContain('٥ ملفات')
    expect(createArabic('ar-MA').filesWaiting({ count: 5 })).toContain('5 ملفات')
  })
})

describe('the plural forms', () => {
  it.each([
    ['ar', ['few', 'many', 'one', 'other', 'two', 'zero']],
    ['de', ['one', 'other']],
    ['en-GB', ['one', 'other']],
    ['ja', ['other']],
  ])('are those of the language: %s', (locale, categories) => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    expect([...pluralCategories].sort()).toEqual(categories)
  })

  it('fall back where a region has more of them', () => {
    const { plural } = createCounting<'one'>('ar')
    expect(plural(1, { one: '# file', other: '# files' })).toBe('1 file')
    expect(plural(3, { one: '# file', other: '# files' })).toBe('3 files')
  })
})

describe('the pseudo-locale', () => {
  it('marks every message, and leaves what it is handed as it was', () => {
    expect(pseudo.uploadFiles).toBe('[Ûþļöàð ƒîļéš~~~~~]')
    expect(pseudo.actionOn({ action: pseudo.pause, name: 'plan.pdf' })).toBe(
      '[Þàûšé~~] plan.pdf[~~]',
    )
    expect(pseudo.filesWaiting({ count: 2 })).toBe('[2 ƒîļéš ŵàîţ~~~~~]')
  })

  it('is 40 % longer', () => {
    for (const key of ['uploadFiles', 'waitingForFile', 'emptyText'] as const) {
      expect(pseudo[key].length).toBeGreaterThanOrEqual(en[key].length * 1.4)
    }
  })
})
