import { forbidden, RocketChatError, succeeded } from './answers.js'
import { bodyOf, type Call } from './call.js'
import { messageJson } from './message-json.js'
import { parseMultipart, type FilePart } from './parse-multipart.js'
import type { Message, Room, Upload, UploadFields, Workspace } from './workspace.js'

const dayMs = 86_400_000
const maxDescription = 5_000

/** `rooms.media`: a file that nobody sees yet, and that goes in a day. */
export async function uploadMedia(call: Call): Promise<Response> {
  const { workspace, user } = call
  const room = workspace.rooms.get(call.param('rid'))
  if (!workspace.canAccess(room, user)) return forbidden(workspace.traits)
  const file = await receiveFile(call, room)
  const expiresAt = new Date(workspace.now() + dayMs).toISOString()
  const upload = keepFile(call, room, file, { expiresAt })
  const url = `/file-upload/${upload.id}/${encodeURI(file.name)}`
  return succeeded({ file: { _id: upload.id, url } })
}

/** `rooms.mediaConfirm`: the file is a message from now on. It asks who sent it, not whether that was done before. */
export async function confirmMedia(call: Call): Promise<Response> {
  const { workspace, user } = call
  const room = workspace.rooms.get(call.param('rid'))
  if (!workspace.canAccess(room, user)) return forbidden(workspace.traits)
  const upload = workspace.findUpload(call.param('fileId'))
  const isOwn = upload?.fields.userId === user.id && upload.rid === room.id
  const isAgain = upload !== undefined && workspace.messageOf(upload.id) !== undefined
  if (!isOwn || (isAgain && workspace.settings.secondConfirm === 'invalid-file')) {
    throw new RocketChatError('invalid-file')
  }
  const { msg, description, fileName } = await bodyOf(call)
  if (typeof description === 'string' && description.length > maxDescription) {
    throw new RocketChatError('error-message-size-exceeded')
  }
  if (fileName !== undefined && !workspace.traits.confirmRenames) {
    throw new RocketChatError('error-invalid-params', 'Unknown key in field fileName')
  }
  workspace.changeUpload(upload.id, {
    expiresAt: undefined,
    ...(typeof description === 'string' && { description }),
    ...(typeof fileName === 'string' && { name: fileName }),
  })
  const message = postMessage(call, upload, typeof msg === 'string' ? msg : '')
  const isTold = !workspace.settings.hidesMessages
  return succeeded({ message: isTold ? messageJson(workspace, message) : null })
}

/** `rooms.upload`: both at once, up to 7. */
export async function uploadAndPost(call: Call): Promise<Response> {
  const { workspace, user } = call
  const room = workspace.rooms.get(call.param('rid'))
  if (!workspace.canAccess(room, user)) return forbidden(workspace.traits)
  const upload = keepFile(call, room, await receiveFile(call, room), {})
  return succeeded({ message: messageJson(workspace, postMessage(call, upload, '')) })
}

async function receiveFile({ workspace, request }: Call, room: Room): Promise<FilePart> {
  const { maxFileSize, uploadsEnabled, directUploadsEnabled } = workspace.settings
  const body = await parseMultipart(request)
  if (body === null) throw new RocketChatError('error-no-body')
  const [file, second] = body.files
  if (file === undefined)
    throw new RocketChatError('error-no-file-uploaded', 'No file was uploaded')
  if (second !== undefined)
    throw new RocketChatError('error-too-many-files', 'Just 1 file is allowed')
  if (file.field !== 'file') throw new RocketChatError('invalid-field')
  if (!uploadsEnabled) throw new RocketChatError('error-file-upload-disabled')
  if (room.t === 'd' && !directUploadsEnabled) {
    throw new RocketChatError('error-direct-message-file-upload-not-allowed')
  }
  if (maxFileSize > -1 && file.bytes.length > maxFileSize) {
    throw new RocketChatError('error-file-too-large', 'File exceeds allowed size')
  }
  if (!isTypeAllowed(workspace, file.type)) {
    throw new RocketChatError('error-invalid-file-type', 'File type is not accepted.')
  }
  if (file.bytes.length === 0) throw new RocketChatError('file-too-small')
  const content = body.fields.get('content')
  if (content !== undefined && !isJson(content)) throw new RocketChatError('invalid-field-content')
  return file
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isTypeAllowed({ settings }: Workspace, type: string): boolean {
  const listOf = (text: string): readonly string[] =>
    text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  const [white, black] = [listOf(settings.typeWhiteList), listOf(settings.typeBlackList)]
  const isIn = (list: readonly string[]): boolean =>
    list.some((one) => one === type || one === `${type.split('/')[0]}/*`)
  if (type === '' && black.length > 0) return false
  const isWhite = white.length === 0 || white.includes('*') || isIn(white)
  return isWhite && !isIn(black)
}

function keepFile(
  { workspace, user }: Call,
  room: Room,
  { name, type, bytes }: FilePart,
  more: UploadFields,
): Upload {
  const [typeGroup] = type.split('/')
  const now = workspace.isoNow()
  const extension = /\.([^.]+)$/.exec(name)?.[1]
  const upload = workspace.addUpload(room.id, bytes, {
    ...{ name, type, typeGroup, size: bytes.length, extension, userId: user.id },
    ...{ store: 'GridFS:Uploads', complete: true, uploading: false, progress: 1 },
    ...{ uploadedAt: now, _updatedAt: now, ...more },
  })
  if (typeGroup === 'image') {
    workspace.addUpload(room.id, bytes.slice(0, 32), {
      ...{ name: `thumb-${name}`, type, typeGroup: 'thumb', size: 32, userId: user.id },
      ...{ originalFileId: upload.id, complete: true, uploading: false, uploadedAt: now },
    })
  }
  return upload
}

function postMessage({ workspace, user }: Call, upload: Upload, msg: string): Message {
  const message: Message = {
    ...{ id: workspace.newId(), rid: upload.rid, fileId: upload.id, user, msg },
    ...{ ts: workspace.isoNow(), isFileRemoved: false },
  }
  workspace.messages.set(message.id, message)
  return message
}
