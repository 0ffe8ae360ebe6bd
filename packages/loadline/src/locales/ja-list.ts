import type { Counting } from '../react/messages/create-counting.js'
import type { ListMessages } from '../react/messages/list-messages.js'
import { japaneseFile } from './ja-file.js'
import { japaneseView } from './ja-view.js'
import { japaneseFolders } from './ja-folders.js'

export function japaneseList(counting: Counting<'other'>): ListMessages {
  const { number, plural } = counting
  const files = (count: number): string => plural(count, { other: '#件のファイル' })
  return {
    select: '選択',
    selectAllFiles: 'すべてのファイルを選択',
    selection: '選択中のファイル',
    selectedCount: ({ count }) => `${number(count)}件を選択中`,
    allSelected: 'すべて選択中',
    selectAllOf: ({ count }) => `${number(count)}件すべてを選択`,
    clearSelection: '選択を解除',
    open: '開く',
    rename: '名前を変更',
    copyLink: 'リンクをコピー',
    makePublic: '公開する',
    makePrivate: '非公開にする',
    moveTo: '移動…',
    changeCategory: 'カテゴリー…',
    ...japaneseDelete(files),
    deletingFiles: ({ done, total }) => `${number(total)}件中${number(done)}件を削除しました`,
    stop: '中止',
    filesDeleted: ({ count }) => `${files(count)}を削除しました`,
    filesChanged: ({ count }) => `${files(count)}を変更しました`,
    partlyDeleted: ({ done, count }) =>
      `${number(done)}件を削除し、${number(count)}件は削除できませんでした`,
    partlyChanged: ({ done, count }) =>
      `${number(done)}件を変更し、${number(count)}件は変更できませんでした`,
    partlyText: '残りは変更されずに一覧に戻りました。',
    retryThese: 'これらを再試行',
    done: '完了',
    fileRenamed: ({ name }) => `名前を${name}に変更しました`,
    nameEmpty: 'ファイルには名前が必要です。',
    nameInvalid: '名前に「/」は使えません。',
    linkCopied: 'リンクをコピーしました',
    linkTitle: 'このリンクをコピーしてください',
    linkText: 'このブラウザーではページから自動でコピーできません。',
    noCategory: 'カテゴリーなし',
    allFiles: 'すべてのファイル',
    ...japaneseQuery(counting),
    ...japaneseFolders(counting),
    ...japaneseFile(counting),
    ...japaneseView,
    fileErrors,
  }
}

function japaneseDelete(files: (count: number) => string) {
  return {
    delete: '削除',
    deleteKey: 'Del',
    deleteTitle: ({ count, name }) =>
      count === 1 ? `${name}を削除しますか？` : `${files(count)}を削除しますか？`,
    deleteAllTitle: '条件に合うファイルをすべて削除しますか？',
    deleteFiles: ({ count }) => {
      if (count === null) return 'すべて削除'
      return count === 1 ? '削除' : `${files(count)}を削除`
    },
    deleteText: '元に戻せません。リンクしているページからは開けなくなります。',
  } satisfies Partial<ListMessages>
}

const fileErrors: ListMessages['fileErrors'] = {
  cancelled: '実行前に中止されました',
  network: 'サーバーに接続できません',
  unauthenticated: 'セッションが終了しました。もう一度サインインしてください',
  forbidden: 'この操作は許可されていません',
  'not-found': 'すでにありません',
  conflict: '同じ名前のファイルがあります',
  validation: 'サーバーが受け付けませんでした',
  'rate-limited': '一度のリクエストが多すぎます',
  server: 'サーバーで問題が発生しました',
  unknown: 'サーバーが実行しませんでした',
}

/** Searching and filtering. */
function japaneseQuery({ number }: Counting<'other'>) {
  return {
    searchFiles: 'ファイルを検索',
    searchLoaded: '読み込み済みのファイルを検索',
    matchCount: ({ count }) => `${number(count)}件が一致`,
    filesSelected: ({ count }) => `${number(count)}件のファイルを選択中`,
    filterType: '種類',
    filterCategory: 'カテゴリー',
    filterStatus: '状態',
    filterVisibility: '公開範囲',
    filterAdded: '追加日時',
    documents: '文書',
    publicFiles: '公開',
    privateFiles: '非公開',
    lastDays: ({ count }) => `過去${number(count)}日間`,
    chooseDates: '期間を指定…',
    firstDay: '開始日',
    lastDay: '終了日',
    sinceDay: ({ day }) => `${day}以降`,
    untilDay: ({ day }) => `${day}まで`,
    apply: '適用',
    filters: '絞り込み',
    clearSearch: '検索を消去',
    clearFilter: '絞り込みを解除',
    noMatchTitle: '一致するファイルがありません',
    noMatchSearch: ({ name }) => `「${name}」に一致するファイルがありません`,
    noMatchText: '別の言葉を使うか、絞り込みを減らしてください。',
    listOffline: 'オフラインです。',
    listAsOf: ({ time }) => `${time}時点の一覧です。`,
  } satisfies Partial<ListMessages>
}
