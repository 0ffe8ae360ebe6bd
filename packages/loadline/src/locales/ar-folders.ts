import type { FolderMessages } from '../react/messages/folder-messages.js'

/** @param files so many files, as the subject of a sentence */
export function arabicFolders(files: (count: number) => string): FolderMessages {
  return {
    folders: 'المجلدات',
    folder: 'مجلد',
    newFolder: 'مجلد جديد',
    folderName: 'اسم المجلد',
    createFolder: 'إنشاء',
    folderNameEmpty: 'يحتاج المجلد إلى اسم.',
    folderOpened: ({ name, count }) => {
      const place = name === null ? 'كل الملفات' : `المجلد ${name}`
      return count === null ? place : `${place}، ${files(count)}`
    },
    folderCreated: ({ name }) => `أُنشئ المجلد ${name}`,
    folderDeleted: ({ name }) => `حُذف المجلد ${name}`,
    deleteFolder: 'حذف المجلد',
    deleteFolderTitle: ({ name }) => `هل تريد حذف المجلد ${name}؟`,
    deleteFolderText: 'لا يمكن حذف إلا مجلد فارغ. ولا يمكن التراجع عن ذلك.',
    folderNotEmpty: 'المجلد ليس فارغًا. انقل ما فيه أو احذفه أولًا.',
    showFoldersIn: ({ name }) => `عرض المجلدات داخل ${name}`,
    noFoldersInside: 'لا مجلدات بداخله',
    hereNow: 'هنا الآن',
    draggedFiles: ({ count }) => files(count),
    folderErrors: {
      conflict: 'يوجد هنا مجلد بهذا الاسم',
      'not-found': 'لم يعد هذا المجلد موجودًا',
    },
  }
}
