import type { Counting } from '../react/messages/create-counting.js'
import type { FolderMessages } from '../react/messages/folder-messages.js'

export function japaneseFolders({ plural }: Counting<'other'>): FolderMessages {
  const files = (count: number): string => plural(count, { other: '#件のファイル' })
  return {
    folders: 'フォルダーの階層',
    folder: 'フォルダー',
    newFolder: '新しいフォルダー',
    folderName: 'フォルダーの名前',
    createFolder: '作成',
    folderNameEmpty: 'フォルダーの名前を入力してください。',
    folderOpened: ({ name, count }) => {
      const place = name === null ? 'すべてのファイル' : `フォルダー${name}`
      return count === null ? place : `${place}、${files(count)}`
    },
    folderCreated: ({ name }) => `フォルダー${name}を作成しました`,
    folderDeleted: ({ name }) => `フォルダー${name}を削除しました`,
    deleteFolder: 'フォルダーを削除',
    deleteFolderTitle: ({ name }) => `フォルダー${name}を削除しますか？`,
    deleteFolderText: '削除できるのは空のフォルダーだけです。元に戻せません。',
    folderNotEmpty: '空ではありません。先に中身を移動または削除してください。',
    showFoldersIn: ({ name }) => `${name}の中のフォルダーを表示`,
    noFoldersInside: '中にフォルダーはありません',
    hereNow: '現在の場所',
    draggedFiles: ({ count }) => files(count),
    folderErrors: {
      conflict: '同じ名前のフォルダーがすでにあります',
      'not-found': 'このフォルダーはもうありません',
    },
  }
}
