import { createHash } from 'node:crypto'
import type { RocketChatSettings } from './rocket-chat-options.js'
import { traitsOf, type VersionTraits } from './server-version.js'

export type RoomKind = 'group' | 'channel' | 'direct'

export interface User {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly authToken: string
}

export interface Room {
  readonly id: string
  readonly t: 'p' | 'c' | 'd'
  readonly name: string | null
  readonly members: ReadonlySet<string>
}

/** What is known of a file, by the vendor's names; times are ISO 8601, as JSON tells them. Nothing of it is certain. */
export interface UploadFields {
  readonly name?: string | undefined
  readonly type?: string | undefined
  readonly typeGroup?: string | undefined
  readonly size?: number | undefined
  readonly extension?: string | undefined
  readonly description?: string | undefined
  readonly userId?: string | undefined
  readonly store?: string | undefined
  readonly complete?: boolean | undefined
  readonly uploading?: boolean | undefined
  /** From 0 to 1. */
  readonly progress?: number | undefined
  readonly uploadedAt?: string | undefined
  readonly expiresAt?: string | undefined
  readonly _updatedAt?: string | undefined
  /** Of a thumbnail. */
  readonly originalFileId?: string | undefined
}

export interface Upload {
  readonly id: string
  readonly rid: string
  readonly bytes: Uint8Array
  /** Hex. */
  readonly sha256: string
  readonly fields: UploadFields
}

export interface Message {
  readonly id: string
  readonly rid: string
  readonly fileId: string
  readonly user: User
  readonly msg: string
  readonly ts: string
  readonly isFileRemoved: boolean
}

/** All that the server keeps, and its clock. */
export class Workspace {
  readonly settings: RocketChatSettings
  readonly traits: VersionTraits
  readonly users = new Map<string, User>()
  readonly rooms = new Map<string, Room>()
  readonly uploads = new Map<string, Upload>()
  readonly messages = new Map<string, Message>()
  /** Ahead of the computer's clock, ms. */
  shiftMs = 0
  #ids = 0

  constructor(settings: RocketChatSettings) {
    this.settings = settings
    this.traits = traitsOf(settings.version)
  }

  now(): number {
    return Date.now() + this.shiftMs
  }

  isoNow(): string {
    return new Date(this.now()).toISOString()
  }

  newId(): string {
    this.#ids += 1
    const random = Math.random().toString(36).slice(2, 12).padEnd(10, '0')
    return `${random}${String(this.#ids).padStart(7, '0')}`
  }

  addUser(username: string): User {
    const [id, authToken] = [this.newId(), `secret-${this.newId()}`]
    const user = { id, username, name: username.toUpperCase(), authToken }
    this.users.set(id, user)
    return user
  }

  addRoom(kind: RoomKind, name: string | null, members: readonly User[]): Room {
    const t = ({ group: 'p', channel: 'c', direct: 'd' } as const)[kind]
    const ids = new Set(members.map(({ id }) => id))
    const room: Room = { id: this.newId(), t, name, members: ids }
    this.rooms.set(room.id, room)
    return room
  }

  /** The public ones are everybody's. */
  canAccess(room: Room | undefined, user: User): room is Room {
    return room !== undefined && (room.t === 'c' || room.members.has(user.id))
  }

  addUpload(rid: string, bytes: Uint8Array, fields: UploadFields): Upload {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const upload: Upload = { id: this.newId(), rid, bytes, sha256, fields }
    this.uploads.set(upload.id, upload)
    return upload
  }

  changeUpload(id: string, change: UploadFields): void {
    const upload = this.uploads.get(id)
    if (upload === undefined) return
    this.uploads.set(id, { ...upload, fields: { ...upload.fields, ...change } })
  }

  /** Temporary files live for a day. */
  findUpload(id: string): Upload | undefined {
    const upload = this.uploads.get(id)
    const expiresAt = upload?.fields.expiresAt
    if (expiresAt === undefined || Date.parse(expiresAt) > this.now()) return upload
    this.uploads.delete(id)
    return undefined
  }

  /** With its thumbnail. Answers the ids. */
  removeUpload(id: string): readonly string[] {
    const gone = [...this.uploads.values()]
      .filter((upload) => upload.id === id || upload.fields.originalFileId === id)
      .map((upload) => upload.id)
    for (const one of gone) this.uploads.delete(one)
    return gone
  }

  messageOf(fileId: string): Message | undefined {
    return [...this.messages.values()].find((message) => message.fileId === fileId)
  }
}
