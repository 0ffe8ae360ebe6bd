import type { ViewMessages } from '../react/messages/view-messages.js'

export const japaneseView: ViewMessages = {
  view: '表示',
  viewTable: '一覧',
  viewGrid: 'グリッド',
  columnAddedBy: '追加した人',
  sortBy: '並べ替え',
  sortWords: {
    createdAt: { asc: '古い順', desc: '新しい順' },
    updatedAt: { asc: '更新が古い順', desc: '更新が新しい順' },
    name: { asc: '名前（昇順）', desc: '名前（降順）' },
    size: { asc: '小さい順', desc: '大きい順' },
    contentType: '種類順',
    status: '状態順',
    visibility: '公開範囲順',
  },
}
