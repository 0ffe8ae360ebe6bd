import { createCounting, type PluralForms } from '../react/messages/create-counting.js'
import type { Messages, UploadCounts } from '../react/messages/messages.js'
import { arabicFolders } from './ar-folders.js'
import { arabicList } from './ar-list.js'

export type ArabicForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

const smallFiles = {
  zero: 'لا ملفات صغيرة',
  one: 'ملف صغير واحد',
  two: 'ملفان صغيران',
  few: '# ملفات صغيرة',
  many: '# ملفًا صغيرًا',
  other: '# ملف صغير',
} satisfies PluralForms<ArabicForm>

/** The words that depend on a number, or write one. */
export function arabicCounted(locale: string) {
  const counting = createCounting<ArabicForm>(locale)
  const { number, plural, time } = counting

  /** The subject of a sentence: "ثلاثة ملفات". */
  const files = (count: number): string =>
    plural(count, {
      zero: 'لا ملفات',
      one: 'ملف واحد',
      two: 'ملفان',
      few: '# ملفات',
      many: '# ملفًا',
      other: '# ملف',
    })

  /** After a noun or a preposition. */
  const ofFiles = (count: number): string => (count === 2 ? 'ملفين' : files(count))

  const uploadsTitle = ({ active, uploaded, failed, cancelled, total }: UploadCounts): string => {
    if (uploaded + failed < total) {
      return total === 1
        ? `جارٍ رفع ${ofFiles(1)}`
        : `جارٍ رفع ${number(Math.max(active, 1))} من ${ofFiles(total)}`
    }
    if (total === 0) return `أُلغي رفع ${ofFiles(cancelled)}`
    if (failed === 0) return `تم رفع ${ofFiles(uploaded)}`
    if (uploaded === 0) return `فشل رفع ${ofFiles(failed)}`
    return `تم رفع ${number(uploaded)}، وفشل ${number(failed)}`
  }

  return {
    ...arabicList(counting, ofFiles),
    ...arabicFolders(files),
    uploadsTitle,
    filesRejected: ({ count, total }) =>
      total > count
        ? `لم تتم إضافة ${number(count)} من ${ofFiles(total)}`
        : `لم تتم إضافة ${ofFiles(count)}`,
    dropToUpload: ({ count }) => (count === null ? 'أفلت للرفع' : `أفلت لرفع ${ofFiles(count)}`),
    countRule: ({ count }) => `حتى ${ofFiles(count)}`,
    more: ({ count }) => `${number(count)} أخرى`,
    fieldUploads: ({ done, total }) => `تم رفع ${number(done)} من ${number(total)}`,
    uploadsStarted: ({ count }) => `جارٍ رفع ${ofFiles(count)}`,
    uploadsFailed: ({ count }) => `فشل رفع ${ofFiles(count)}`,
    filesNeedYou: ({ count }) => `بانتظار إجراء منك: ${files(count)}`,
    needYou: ({ count }) => `بانتظارك: ${number(count)}`,
    filesResume: ({ count }) => `سيُستأنف تلقائيًا رفع ${ofFiles(count)}`,
    filesReady: ({ count }) => `جاهز للرفع: ${files(count)}`,
    filesUploaded: ({ count }) => `تم رفع ${number(count)}`,
    filesWaiting: ({ count }) => `قيد الانتظار: ${files(count)}`,
    cancelAllTitle: ({ count }) => `هل تريد إلغاء رفع ${ofFiles(count)}؟`,
    smallFiles: ({ count }) => plural(count, smallFiles),
    duration: ({ count, unit }) => time(count, unit),
    tooMany: (count: number) => `لا يمكن إضافة أكثر من ${ofFiles(count)}.`,
  } satisfies Partial<Messages> & { readonly tooMany: (count: number) => string }
}
