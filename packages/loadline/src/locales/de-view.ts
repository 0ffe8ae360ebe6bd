import type { ViewMessages } from '../react/messages/view-messages.js'

export const germanView: ViewMessages = {
  view: 'Ansicht',
  viewTable: 'Tabelle',
  viewGrid: 'Raster',
  columnAddedBy: 'Hinzugefügt von',
  sortBy: 'Sortierung',
  sortWords: {
    createdAt: { asc: 'Älteste zuerst', desc: 'Neueste zuerst' },
    updatedAt: { asc: 'Am längsten unverändert zuerst', desc: 'Zuletzt geändert zuerst' },
    name: { asc: 'Name, A bis Z', desc: 'Name, Z bis A' },
    size: { asc: 'Kleinste zuerst', desc: 'Größte zuerst' },
    contentType: 'Nach Art',
    status: 'Nach Zustand',
    visibility: 'Nach Sichtbarkeit',
  },
}
