import type { ArabicForm } from './ar-counted.js'
import type { Counting } from '../react/messages/create-counting.js'
import { arabicFile } from './ar-file.js'
import { arabicView } from './ar-view.js'
import type { FolderMessages } from '../react/messages/folder-messages.js'
import type { ListMessages } from '../react/messages/list-messages.js'

/** @param ofFiles so many files, after a noun or a preposition */
export function arabicList(
  counting: Counting<ArabicForm>,
  ofFiles: (count: number) => string,
): Omit<ListMessages, keyof FolderMessages> {
  const { number } = counting
  return {
    select: 'تحديد',
    selectAllFiles: 'تحديد كل الملفات',
    selection: 'التحديد',
    selectedCount: ({ count }) => `المحدد: ${number(count)}`,
    allSelected: 'الكل محدد',
    filesSelected: ({ count }) => `تم تحديد ${ofFiles(count)}`,
    selectAllOf: ({ count }) => `تحديد الكل (${number(count)})`,
    clearSelection: 'إلغاء التحديد',
    open: 'فتح',
    rename: 'إعادة التسمية',
    copyLink: 'نسخ الرابط',
    makePublic: 'جعله عامًا',
    makePrivate: 'جعله خاصًا',
    moveTo: 'نقل…',
    changeCategory: 'الفئة…',
    ...arabicDelete(ofFiles),
    deletingFiles: ({ done, total }) => `حُذف ${number(done)} من ${number(total)}`,
    stop: 'إيقاف',
    filesDeleted: ({ count }) => `تم حذف ${ofFiles(count)}`,
    filesChanged: ({ count }) => `تم تغيير ${ofFiles(count)}`,
    partlyDeleted: ({ done, count }) => `حُذف ${number(done)}، ولم يُحذف ${number(count)}`,
    partlyChanged: ({ done, count }) => `تغيّر ${number(done)}، ولم يتغيّر ${number(count)}`,
    partlyText: 'عادت البقية إلى القائمة دون تغيير.',
    retryThese: 'إعادة المحاولة لهذه',
    done: 'تم',
    fileRenamed: ({ name }) => `الاسم الجديد: ${name}`,
    nameEmpty: 'يحتاج الملف إلى اسم.',
    nameInvalid: 'لا يمكن أن يحتوي الاسم على "/".',
    linkCopied: 'تم نسخ الرابط',
    linkTitle: 'انسخ هذا الرابط',
    linkText: 'لا يسمح هذا المتصفح للصفحة بنسخه نيابة عنك.',
    noCategory: 'بلا فئة',
    allFiles: 'كل الملفات',
    ...arabicQuery(counting),
    ...arabicFile(counting),
    ...arabicView,
    fileErrors,
  }
}

function arabicDelete(ofFiles: (count: number) => string) {
  return {
    delete: 'حذف',
    deleteKey: 'Del',
    deleteTitle: ({ count, name }) =>
      count === 1 ? `هل تريد حذف ${name}؟` : `هل تريد حذف ${ofFiles(count)}؟`,
    deleteAllTitle: 'هل تريد حذف كل الملفات المطابقة؟',
    deleteFiles: ({ count }) => {
      if (count === null) return 'حذف الكل'
      return count === 1 ? 'حذف' : `حذف ${ofFiles(count)}`
    },
    deleteText: 'لا يمكن التراجع عن ذلك. وتفقد الصفحات التي تشير إليها روابطها.',
  } satisfies Partial<ListMessages>
}

const fileErrors: ListMessages['fileErrors'] = {
  cancelled: 'أُوقف قبل دوره',
  network: 'تعذر الوصول إلى الخادم',
  unauthenticated: 'انتهت جلستك. سجّل الدخول من جديد',
  forbidden: 'لا يُسمح لك بذلك',
  'not-found': 'لم يعد موجودًا',
  conflict: 'يوجد هنا ملف بهذا الاسم',
  validation: 'لم يقبل الخادم ذلك',
  'rate-limited': 'طلبات كثيرة في آن واحد',
  server: 'حدثت مشكلة في الخادم',
  unknown: 'لم ينفذ الخادم ذلك',
}

/** Searching and filtering. */
function arabicQuery({ number }: Counting<ArabicForm>) {
  return {
    searchFiles: 'البحث في الملفات',
    searchLoaded: 'البحث في الملفات المحمّلة',
    matchCount: ({ count }) => `النتائج: ${number(count)}`,
    filterType: 'النوع',
    filterCategory: 'الفئة',
    filterStatus: 'الحالة',
    filterVisibility: 'الظهور',
    filterAdded: 'تاريخ الإضافة',
    documents: 'مستندات',
    publicFiles: 'عام',
    privateFiles: 'خاص',
    lastDays: ({ count }) => `الأيام الأخيرة: ${number(count)}`,
    chooseDates: 'اختيار التواريخ…',
    firstDay: 'من',
    lastDay: 'إلى',
    sinceDay: ({ day }) => `من ${day}`,
    untilDay: ({ day }) => `حتى ${day}`,
    apply: 'تطبيق',
    filters: 'عوامل التصفية',
    clearSearch: 'مسح البحث',
    clearFilter: 'إزالة عوامل التصفية',
    noMatchTitle: 'لا توجد نتائج',
    noMatchSearch: ({ name }) => `لا توجد نتائج مطابقة لـ «${name}»`,
    noMatchText: 'جرّب كلمات أخرى أو عوامل تصفية أقل.',
    listOffline: 'لا يوجد اتصال.',
    listAsOf: ({ time }) => `القائمة كما كانت: ${time}.`,
  } satisfies Partial<ListMessages>
}
