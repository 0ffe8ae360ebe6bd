import type { ViewMessages } from '../react/messages/view-messages.js'

export const arabicView: ViewMessages = {
  view: 'العرض',
  viewTable: 'جدول',
  viewGrid: 'شبكة',
  columnAddedBy: 'أضافه',
  sortBy: 'الترتيب',
  sortWords: {
    createdAt: { asc: 'الأقدم أولاً', desc: 'الأحدث أولاً' },
    updatedAt: { asc: 'الأقدم تعديلاً أولاً', desc: 'الأحدث تعديلاً أولاً' },
    name: { asc: 'الاسم، من أ إلى ي', desc: 'الاسم، من ي إلى أ' },
    size: { asc: 'الأصغر أولاً', desc: 'الأكبر أولاً' },
    contentType: 'حسب النوع',
    status: 'حسب الحالة',
    visibility: 'حسب الظهور',
  },
}
