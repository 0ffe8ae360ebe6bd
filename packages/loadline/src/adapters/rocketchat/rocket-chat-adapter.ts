import { defineAdapter, type FileAdapter, type FileSortKey } from '../../core/index.js'
import { originsOf } from '../http/origins-of.js'
import { deleteFiles } from './delete-files.js'
import { maxCount, rowLister } from './row-lister.js'
import { fieldBySortKey } from './file-wishes.js'
import { listFiles } from './list-files.js'
import { readBytes } from './read-bytes.js'
import { createRocketChatClient } from './rocket-chat-client.js'
import type { RocketChatAdapterOptions } from './rocket-chat-options.js'
import type { RoomAccess } from './room-access.js'
import { roomIdOf } from './room-id-of.js'
import { abilitiesOf } from './server-abilities.js'
import { uploadMethods } from './upload-methods.js'
import { uploadRules } from './upload-rules.js'

/**
 * The files of one Rocket.Chat room. An upload ends in a message of the room, which everyone there sees.
 * @throws TypeError for a `serverVersion` that is none
 * @throws UploadError from every method
 */
export function rocketChatAdapter(options: RocketChatAdapterOptions): FileAdapter {
  const { baseUrl, room, serverVersion, cacheKey } = options
  const abilities = abilitiesOf(serverVersion)
  const client = createRocketChatClient(options)
  const roomId = roomIdOf(client, room)
  const access: RoomAccess = {
    client,
    abilities,
    kind: room.kind,
    roomId,
    rules: uploadRules(client),
    listRows: rowLister(client, room, roomId),
    messageIds: new Map(),
  }
  const { filtersFiles } = abilities
  return defineAdapter({
    name: 'rocketchat',
    features: {
      cacheKey: cacheKey ?? `rocketchat:${baseUrl}:${room.kind}:${room.id ?? `#${room.name}`}`,
      apiOrigins: originsOf(baseUrl),
      ticketKinds: ['form'],
      // A second temporary file is seen by nobody, and goes within a day; a second message is there to stay.
      storeIsIdempotent: true,
      finalizeIsIdempotent: false,
      sortKeys: Object.keys(fieldBySortKey) as readonly FileSortKey[],
      filters: filtersFiles ? ['contentTypes'] : [],
      contentTypeFilter: 'group',
      search: filtersFiles ? 'server' : 'page',
      maxPageSize: maxCount,
      canSkip: true,
    },
    ...uploadMethods(access),
    listFiles: (query, ctx) => listFiles(query, access, ctx),
    readFile: (file, read, ctx) => readBytes(file, read, client, ctx),
    deleteFiles: (ids, ctx) => deleteFiles(ids, access, ctx),
    async getLimits({ signal }) {
      const { maxFileSize } = await access.rules(signal)
      return { maxFileSize, maxFiles: null, usedFiles: null, quotaSize: null, usedSize: null }
    },
  })
}
