import type { Counting } from '../react/messages/create-counting.js'
import type { FileMessages } from '../react/messages/file-messages.js'

export function arabicFile({ number }: Pick<Counting<never>, 'number'>): FileMessages {
  return {
    close: 'إغلاق',
    previousFile: 'الملف السابق',
    nextFile: 'الملف التالي',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    placeOf: ({ count, total }) => `${number(count)} من ${number(total)}`,
    previewLoading: 'جارٍ التحميل…',
    previewSlow: 'ما زال التحميل جاريًا. قد يكون التنزيل أسرع.',
    previewProblems: {
      unsupported: 'لا يمكن عرض هذا النوع من الملفات هنا.',
      'too-large': 'هذا الملف أكبر من أن يُعرض هنا.',
      damaged: 'لا يمكن عرض هذا الملف. ربما يكون تالفًا.',
      failed: 'لم يُحمَّل الملف.',
    },
    textCut: ({ size }) => `لا يُعرض سوى أول ${size}.`,
    statusReasons: {
      'processing-failed': 'حدثت مشكلة في الخادم',
      'upload-failed': 'انقطع الرفع',
      infected: 'عُثر فيه على فيروس',
      'content-mismatch': 'محتواه لا يطابق نوعه',
      damaged: 'الملف تالف',
    },
    details: 'التفاصيل',
    addedBy: 'أضافه',
    changed: 'تاريخ التعديل',
    checksum: 'المجموع الاختباري',
    attachedTo: 'مرتبط بـ',
    notAttached: 'لا شيء بعد',
    detach: 'فك الارتباط',
    attachTo: 'ربط بـ…',
    attach: 'ربط',
    attachText: 'إلى ماذا ينتمي؟ استخدم التسميات المعتمدة في تطبيقك.',
    entityName: 'النوع',
    entityReference: 'المرجع',
    fieldEmpty: 'لا يمكن ترك هذا الحقل فارغًا.',
  }
}
