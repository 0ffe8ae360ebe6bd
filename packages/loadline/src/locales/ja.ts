import { createCounting } from '../react/messages/create-counting.js'
import type { Messages, UploadCounts } from '../react/messages/messages.js'
import { japaneseList } from './ja-list.js'

const locale = 'ja'

const counting = createCounting<'other'>(locale)
const { number, plural, time: duration } = counting

const files = (count: number): string => plural(count, { other: '#件のファイル' })

const dropped = () => '接続が何度も切れました'

const tooFull = ({ size, limit }: { readonly size: string; readonly limit: string | null }) =>
  limit === null
    ? '空き容量が足りません'
    : `空き容量が足りません。空きは${limit}、このファイルは${size}です`

const errors: Messages['errors'] = {
  cancelled: () => 'キャンセルしました',
  network: dropped,
  timeout: dropped,
  stalled: dropped,
  offline: () => 'オフラインです',
  unauthenticated: () => '続けるにはサインインしてください',
  forbidden: () => 'ここにファイルを追加する権限がありません',
  'not-found': () => 'このフォルダーはもうありません',
  conflict: () => '同じ名前のファイルがすでにあります',
  validation: () => 'サーバーがこのファイルを受け付けませんでした',
  'too-large': ({ size, limit }) =>
    limit === null ? `${size}です。上限を超えています。` : `${size}です。上限は${limit}です。`,
  'type-not-allowed': () => 'この種類のファイルは追加できません。',
  quota: tooFull,
  'rate-limited': () => '同時アップロードが多すぎます',
  'ticket-expired': () => 'アップロードの開始に時間がかかりすぎました',
  'checksum-mismatch': () => 'ファイルが壊れて届きました',
  'file-changed': () => 'アップロード中にファイルが変更されました。選び直してください',
  'file-unreadable': () => 'ファイルを読み取れません。移動しましたか？',
  'storage-cors': () => 'ストレージがこのサイトを拒否しました',
  unconfirmed: () => '送信しましたが、確認できていません。もう一度送信しますか？',
  unsupported: () => 'このブラウザーではこのファイルをアップロードできません',
  server: () => 'サーバーで問題が発生しました',
  unknown: () => 'アップロードが完了しませんでした',
}

const rejections: Messages['rejections'] = {
  'type-not-allowed': ({ limit }) =>
    limit === null ? 'この種類のファイルは追加できません。' : `追加できる種類: ${limit}。`,
  'too-large': ({ size, limit }) =>
    limit === null ? `${size}は大きすぎます。` : `${size}です。上限は${limit}です。`,
  'too-small': ({ size, limit }) =>
    limit === null ? `${size}は小さすぎます。` : `${size}です。${limit}以上が必要です。`,
  'too-many': ({ count }) =>
    count === null
      ? 'ファイルが多すぎます。'
      : plural(count, { other: '追加できるのは#件までです。' }),
  'total-too-large': ({ limit }) =>
    limit === null ? '合計が大きすぎます。' : `合計で${limit}までです。`,
  quota: (words) => `${tooFull(words)}。`,
  duplicate: () => 'すでに追加されています。',
  'name-invalid': () => 'この名前は使えません。',
  empty: () => 'このファイルは空です。',
  unreadable: () => 'ファイルを読み取れません。移動しましたか？',
  custom: () => 'このファイルは追加できません。',
}

function uploadsTitle({ active, uploaded, failed, cancelled, total }: UploadCounts): string {
  if (uploaded + failed < total) {
    return total === 1
      ? `${files(1)}をアップロード中`
      : `${files(total)}のうち${number(Math.max(active, 1))}件をアップロード中`
  }
  if (total === 0) return `${files(cancelled)}をキャンセルしました`
  if (failed === 0) return `${files(uploaded)}をアップロードしました`
  if (uploaded === 0) return `${files(failed)}が失敗しました`
  return `${number(uploaded)}件をアップロード、${number(failed)}件が失敗`
}

const listErrors: Partial<Record<string, string>> = {
  network: 'サーバーに接続できません。',
  offline: 'オフラインです。',
  timeout: 'サーバーの応答に時間がかかりすぎました。',
  unauthenticated: 'セッションが終了しました。もう一度サインインしてください。',
  'not-found': 'この一覧はありません。',
  'rate-limited': '一度に送られた要求が多すぎます。',
  unsupported: 'この条件ではファイルを一覧できません。',
  server: 'サーバーで問題が発生しました。',
}

/** Japanese. */
export const ja: Messages = {
  locale,

  uploadFiles: 'ファイルをアップロード',
  uploadFile: 'ファイルをアップロード',
  dismiss: '閉じる',
  addAnyway: 'それでも追加',
  filesRejected: ({ count, total }) =>
    total > count
      ? `${files(total)}のうち${number(count)}件を追加できませんでした`
      : `${files(count)}を追加できませんでした`,
  hide: '非表示',
  actionOn: ({ action, name }) => `${action}: ${name}`,

  dropFiles: ({ browse, canPaste }) =>
    `ここにファイルをドロップ${canPaste ? '、貼り付け' : ''}、または${browse}`,
  browse: '選択',
  dropToUpload: ({ count }) =>
    count === null ? 'ドロップしてアップロード' : `ドロップして${files(count)}をアップロード`,
  dropDestination: ({ name }) => `保存先: ${name}`,
  cannotDrop: ({ count }) =>
    count === 1 ? 'このファイルは追加できません' : 'これらのファイルは追加できません',
  uploadsOff: 'アップロードはオフです',
  sizeRule: ({ size, isOne }) => (isOne ? `最大${size}` : `1件あたり最大${size}`),
  countRule: ({ count }) => plural(count, { other: '最大#件' }),
  typeWords: { image: '画像', video: '動画', audio: '音声', text: 'テキスト' },
  more: ({ count }) => plural(count, { other: 'ほか#件' }),
  fieldUploads: ({ done, total }) => `${number(total)}件中${number(done)}件をアップロード済み`,
  fileRequired: ({ isOne }) =>
    isOne ? 'ファイルを追加してください' : 'ファイルを1件以上追加してください',
  waitForUploads: 'アップロードが終わるまでお待ちください',
  fieldFiles: 'この項目のファイル',
  remove: '外す',

  uploads: 'アップロード',
  totalProgress: 'すべてのアップロード',
  uploadsTitle,
  uploadsStarted: ({ count }) => `${files(count)}をアップロード中`,
  uploadsFailed: ({ count }) => `${files(count)}が失敗しました`,
  filesNeedYou: ({ count }) => `${files(count)}に操作が必要です`,
  needYou: ({ count }) => plural(count, { other: '#件に操作が必要' }),
  filesResume: ({ count }) => `${files(count)}が自動的に再開します`,
  filesReady: ({ count }) => `${files(count)}をアップロードできます`,
  filesUploaded: ({ count }) => plural(count, { other: '#件をアップロード済み' }),
  filesWaiting: ({ count }) => `${files(count)}が待機中`,
  uploadsOffline: 'オフライン',
  uploadsLimited: '同時アップロードが多すぎます',
  uploadsFull: '空き容量が足りません',
  review: '確認',
  pauseAll: 'すべて一時停止',
  resumeAll: '再開',
  uploadAll: 'すべてアップロード',
  retryFailed: '失敗分を再試行',
  clear: '消去',
  cancelAll: 'すべてキャンセル',
  cancelAllTitle: ({ count }) => `${files(count)}をキャンセルしますか？`,
  cancelAllText: '送信済みの分は失われます。アップロードが終わったファイルは残ります。',
  keepUploading: 'アップロードを続ける',
  moreActions: 'その他の操作',
  showUploads: 'すべてのアップロードを表示',
  smallFiles: ({ count }) => plural(count, { other: '#件の小さなファイル' }),
  show: '表示',
  cancel: 'キャンセル',
  pause: '一時停止',
  resume: '再開',
  tryNow: '今すぐ再試行',
  signIn: 'サインイン',
  chooseFile: 'ファイルを選択',
  allow: '許可',
  upload: 'アップロード',
  retry: '再試行',
  confirmAgain: 'もう一度確認',
  uploadAgain: 'もう一度アップロード',

  queued: '待機中',
  held: 'アップロードできます',
  preparing: '準備中…',
  uploading: ({ percent }) => `アップロード中 ${percent}`,
  confirming: '保存しました。確認中…',
  processingUpload: 'アップロードしました。処理中…',
  processingLate: 'アップロードしました。処理に通常より時間がかかっています',
  paused: '一時停止中',
  backoff: ({ time }) => (time === null ? '再試行します' : `${time}後に再試行します`),
  limited: ({ time }) =>
    time === null
      ? '同時アップロードが多すぎます。再試行します'
      : `同時アップロードが多すぎます。${time}後に再試行します`,
  offline: 'オフラインです。自動的に再開します',
  otherTab: '別のタブでアップロード中',
  waitingForFile: '再開するにはファイルを選び直してください',
  waitingForPermission: '再開するにはファイルへのアクセスを許可してください',
  waitingForSignIn: '再開するにはサインインしてください',
  uploaded: 'アップロードしました',
  notConfirmed: '保存しましたが、確認できていません',
  cancelled: 'キャンセルしました',
  sentOf: ({ sent, total }) => `${sent} / ${total}`,
  timeLeft: ({ time }) => `残り${time}`,
  duration: ({ count, unit }) => duration(count, unit),

  ...japaneseList(counting),
  files: 'ファイル',
  columnName: '名前',
  columnStatus: '状態',
  columnSize: 'サイズ',
  columnAdded: '追加日時',
  columnActions: '操作',
  download: 'ダウンロード',
  fileReady: '利用可能',
  fileProcessing: '処理中',
  fileError: '処理できませんでした',
  filePending: '未アップロード',
  fileUnknown: '不明',
  today: ({ time }) => `今日 ${time}`,
  yesterday: '昨日',
  loadingFiles: 'ファイルを読み込み中…',
  showMore: 'さらに表示',
  emptyTitle: 'ファイルはまだありません',
  emptyText: 'アップロードしたファイルがここに表示されます。',
  emptyTextReadOnly: 'ファイルが追加されると、ここに表示されます。',
  listErrorTitle: '一覧を読み込めませんでした',
  listErrorSafe: 'ファイルは安全です。アップロードは続いています。',
  listForbiddenTitle: 'これらのファイルを表示する権限がありません',
  listForbiddenText: '管理者にアクセス権を依頼してください。',
  tryAgain: 'もう一度試す',

  errors,
  rejections,
  listErrors: (code) => listErrors[code] ?? 'サーバーの応答を読み取れませんでした。',
}
