import type { Messages } from '../react/messages/messages.js'
import { arabicCounted } from './ar-counted.js'

const dropped = () => 'انقطع الاتصال مرارًا'

const tooFull = ({ size, limit }: { readonly size: string; readonly limit: string | null }) =>
  limit === null
    ? 'مساحة التخزين لا تكفي'
    : `مساحة التخزين لا تكفي. المتاح ${limit}، وحجم هذا الملف ${size}`

const errors: Messages['errors'] = {
  cancelled: () => 'أُلغي الرفع',
  network: dropped,
  timeout: dropped,
  stalled: dropped,
  offline: () => 'لا يوجد اتصال بالإنترنت',
  unauthenticated: () => 'سجّل الدخول للمتابعة',
  forbidden: () => 'لا يُسمح لك بإضافة ملفات هنا',
  'not-found': () => 'لم يعد هذا المجلد موجودًا',
  conflict: () => 'يوجد هنا ملف بهذا الاسم',
  validation: () => 'لم يقبل الخادم هذا الملف',
  'too-large': ({ size, limit }) =>
    limit === null ? `الحجم ${size}. هذا فوق الحد.` : `الحجم ${size}. الحد الأقصى ${limit}.`,
  'type-not-allowed': () => 'لا تُقبل هنا ملفات من هذا النوع.',
  quota: tooFull,
  'rate-limited': () => 'عدد كبير من عمليات الرفع في آن واحد',
  'ticket-expired': () => 'تأخر بدء الرفع أكثر من اللازم',
  'checksum-mismatch': () => 'وصل الملف تالفًا',
  'file-changed': () => 'تغيّر الملف أثناء الرفع. اختره من جديد',
  'file-unreadable': () => 'تتعذر قراءة الملف. هل نُقل من مكانه؟',
  'storage-cors': () => 'رفض التخزين هذا الموقع',
  unconfirmed: () => 'أُرسل الملف دون تأكيد. هل تريد إرساله من جديد؟',
  unsupported: () => 'لا يستطيع هذا المتصفح رفع هذا الملف',
  server: () => 'حدثت مشكلة في الخادم',
  unknown: () => 'لم يكتمل الرفع',
}

const rejections = (tooMany: (count: number) => string): Messages['rejections'] => ({
  'type-not-allowed': ({ limit }) =>
    limit === null ? 'لا تُقبل هنا ملفات من هذا النوع.' : `المقبول هنا: ${limit}.`,
  'too-large': ({ size, limit }) =>
    limit === null ? `الحجم ${size} كبير جدًا.` : `الحجم ${size}. الحد الأقصى ${limit}.`,
  'too-small': ({ size, limit }) =>
    limit === null ? `الحجم ${size} صغير جدًا.` : `الحجم ${size}. الحد الأدنى ${limit}.`,
  'too-many': ({ count }) => (count === null ? 'عدد الملفات كبير جدًا.' : tooMany(count)),
  'total-too-large': ({ limit }) =>
    limit === null ? 'الحجم الإجمالي كبير جدًا.' : `الحد الأقصى لجميع الملفات معًا ${limit}.`,
  quota: (words) => `${tooFull(words)}.`,
  duplicate: () => 'أُضيف هذا الملف من قبل.',
  'name-invalid': () => 'لا يمكن استخدام هذا الاسم.',
  empty: () => 'هذا الملف فارغ.',
  unreadable: () => 'تتعذر قراءة الملف. هل نُقل من مكانه؟',
  custom: () => 'لا يمكن إضافة هذا الملف.',
})

const listErrors: Partial<Record<string, string>> = {
  network: 'يتعذر الوصول إلى الخادم.',
  offline: 'لا يوجد اتصال بالإنترنت.',
  timeout: 'تأخر رد الخادم أكثر من اللازم.',
  unauthenticated: 'انتهت جلستك. سجّل الدخول من جديد.',
  'not-found': 'هذه القائمة غير موجودة.',
  'rate-limited': 'عدد كبير من الطلبات في آن واحد.',
  unsupported: 'لا يستطيع الخادم عرض الملفات بهذه الطريقة.',
  server: 'حدثت مشكلة في الخادم.',
}

const words = {
  uploadFiles: 'رفع ملفات',
  uploadFile: 'رفع ملف',
  dismiss: 'إغلاق',
  hide: 'إخفاء',
  addAnyway: 'إضافة على أي حال',
  actionOn: ({ action, name }) => `${action}: ${name}`,

  dropFiles: ({ browse, isOne, canPaste }) => {
    const paste = isOne ? ' أو الصقه' : ' أو الصقها'
    return `أفلت ${isOne ? 'ملفًا' : 'الملفات'} هنا${canPaste ? paste : ''} أو ${browse}`
  },
  browse: 'اختر من جهازك',
  dropDestination: ({ name }) => `إلى ${name}`,
  cannotDrop: ({ count }) => (count === 1 ? 'لا يمكن إضافة هذا الملف' : 'لا يمكن إضافة هذه الملفات'),
  uploadsOff: 'الرفع متوقف',
  sizeRule: ({ size, isOne }) => (isOne ? `حتى ${size}` : `حتى ${size} لكل ملف`),
  typeWords: { image: 'صور', video: 'فيديو', audio: 'صوت', text: 'ملفات نصية' },
  fileRequired: ({ isOne }) => (isOne ? 'أضف ملفًا' : 'أضف ملفًا واحدًا على الأقل'),
  waitForUploads: 'انتظر حتى يكتمل رفع الملفات',
  fieldFiles: 'ملفات هذا الحقل',
  remove: 'إزالة',

  uploads: 'عمليات الرفع',
  totalProgress: 'كل عمليات الرفع',
  uploadsOffline: 'لا يوجد اتصال',
  uploadsLimited: 'عدد كبير من عمليات الرفع في آن واحد',
  uploadsFull: 'مساحة التخزين لا تكفي',
  review: 'مراجعة',
  pauseAll: 'إيقاف الكل مؤقتًا',
  resumeAll: 'استئناف',
  uploadAll: 'رفع الكل',
  retryFailed: 'إعادة ما فشل',
  clear: 'مسح',
  cancelAll: 'إلغاء الكل',
  cancelAllText: 'يضيع ما أُرسل منها. أما الملفات التي رُفعت فتبقى.',
  keepUploading: 'متابعة الرفع',
  moreActions: 'إجراءات أخرى',
  showUploads: 'عرض كل عمليات الرفع',
  show: 'عرض',
  cancel: 'إلغاء',
  pause: 'إيقاف مؤقت',
  resume: 'استئناف',
  tryNow: 'المحاولة الآن',
  signIn: 'تسجيل الدخول',
  chooseFile: 'اختيار الملف',
  allow: 'السماح',
  upload: 'رفع',
  retry: 'إعادة المحاولة',
  confirmAgain: 'إعادة التأكيد',
  uploadAgain: 'إعادة الرفع',

  queued: 'في قائمة الانتظار',
  held: 'جاهز للرفع',
  preparing: 'جارٍ التحضير…',
  uploading: ({ percent }) => `جارٍ الرفع ${percent}`,
  confirming: 'تم التخزين، جارٍ التأكيد…',
  processingUpload: 'تم الرفع. جارٍ المعالجة…',
  processingLate: 'تم الرفع. تستغرق المعالجة وقتًا أطول من المعتاد',
  paused: 'متوقف مؤقتًا',
  backoff: ({ time }) => (time === null ? 'جارٍ المحاولة من جديد' : `محاولة جديدة بعد ${time}`),
  limited: ({ time }) =>
    time === null
      ? 'عدد كبير من عمليات الرفع في آن واحد. جارٍ المحاولة من جديد'
      : `عدد كبير من عمليات الرفع في آن واحد. محاولة جديدة بعد ${time}`,
  offline: 'لا يوجد اتصال. سيُستأنف الرفع تلقائيًا',
  otherTab: 'جارٍ الرفع في علامة تبويب أخرى',
  waitingForFile: 'اختر الملف من جديد للاستئناف',
  waitingForPermission: 'اسمح بالوصول إلى الملف للاستئناف',
  waitingForSignIn: 'سجّل الدخول للاستئناف',
  uploaded: 'تم الرفع',
  notConfirmed: 'تم التخزين دون تأكيد',
  cancelled: 'أُلغي الرفع',
  sentOf: ({ sent, total }) => `${sent} من ${total}`,
  timeLeft: ({ time }) => `بقي ${time}`,

  files: 'الملفات',
  columnName: 'الاسم',
  columnStatus: 'الحالة',
  columnSize: 'الحجم',
  columnAdded: 'تاريخ الإضافة',
  columnActions: 'الإجراءات',
  download: 'تنزيل',
  fileReady: 'جاهز',
  fileProcessing: 'قيد المعالجة',
  fileError: 'تعذرت المعالجة',
  filePending: 'لم يُرفع بعد',
  fileUnknown: 'غير معروف',
  today: ({ time }) => `اليوم ${time}`,
  yesterday: 'أمس',
  loadingFiles: 'جارٍ تحميل الملفات…',
  showMore: 'عرض المزيد',
  emptyTitle: 'لا توجد ملفات بعد',
  emptyText: 'تظهر هنا الملفات التي ترفعها.',
  emptyTextReadOnly: 'تظهر الملفات هنا عند إضافتها.',
  listErrorTitle: 'لم تُحمَّل القائمة',
  listErrorSafe: 'ملفاتك في أمان، وعمليات الرفع مستمرة.',
  listForbiddenTitle: 'لا يمكنك رؤية هذه الملفات',
  listForbiddenText: 'اطلب الوصول ممن يديرها.',
  tryAgain: 'المحاولة من جديد',

  errors,
  listErrors: (code) => listErrors[code] ?? 'تعذرت قراءة رد الخادم.',
} satisfies Partial<Messages>

/**
 * Arabic as a region writes it.
 * @param locale BCP 47: `ar-EG` has Arabic-Indic digits, `ar-MA` European ones
 */
export function createArabic(locale: string): Messages {
  const { tooMany, ...counted } = arabicCounted(locale)
  return { ...words, ...counted, rejections: rejections(tooMany), locale }
}

/** Arabic, with the digits that the browser has for it. */
export const ar: Messages = createArabic('ar')
