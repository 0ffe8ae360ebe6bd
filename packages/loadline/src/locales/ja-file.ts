import type { Counting } from '../react/messages/create-counting.js'
import type { FileMessages } from '../react/messages/file-messages.js'

export function japaneseFile({ number }: Pick<Counting<never>, 'number'>): FileMessages {
  return {
    close: '閉じる',
    previousFile: '前のファイル',
    nextFile: '次のファイル',
    zoomIn: '拡大',
    zoomOut: '縮小',
    placeOf: ({ count, total }) => `${number(total)} 件中 ${number(count)} 件目`,
    previewLoading: '読み込んでいます…',
    previewSlow: 'まだ読み込んでいます。ダウンロードの方が早いかもしれません。',
    previewProblems: {
      unsupported: 'この種類のファイルはここでは表示できません。',
      'too-large': 'このファイルは大きすぎて、ここでは表示できません。',
      damaged: 'このファイルは表示できません。壊れている可能性があります。',
      failed: 'ファイルを読み込めませんでした。',
    },
    textCut: ({ size }) => `先頭の ${size} だけを表示しています。`,
    statusReasons: {
      'processing-failed': 'サーバーで問題が発生しました',
      'upload-failed': 'アップロードが中断されました',
      infected: 'ウイルスが見つかりました',
      'content-mismatch': '内容がファイルの種類と一致しません',
      damaged: 'ファイルが壊れています',
    },
    details: '詳細',
    addedBy: '追加した人',
    changed: '変更日時',
    checksum: 'チェックサム',
    attachedTo: '関連付け先',
    notAttached: 'まだありません',
    detach: '関連付けを解除',
    attachTo: '関連付け…',
    attach: '関連付ける',
    attachText: '何に属するファイルかを、アプリケーションでの呼び方で入力してください。',
    entityName: '種類',
    entityReference: '参照番号',
    fieldEmpty: '入力してください。',
  }
}
