import { failed, misfit, notFound, RocketChatError, succeeded } from './answers.js'
import { bodyOf, type Call } from './call.js'
import type { Message, Upload } from './workspace.js'

/** `uploads.delete`: the file goes, and its message says so. */
export async function deleteUpload(call: Call): Promise<Response> {
  const { workspace, user } = call
  const { fileId, ...extra } = await bodyOf(call)
  if (typeof fileId !== 'string' || Object.keys(extra).length > 0) {
    return misfit('invalid-params', 'must have required property fileId [invalid-params]')
  }
  const upload = workspace.findUpload(fileId)
  if (upload === undefined) return notFound()
  if (upload.fields.userId !== user.id) return failed('forbidden', 403)
  const message = workspace.messageOf(fileId)
  if (message !== undefined) {
    workspace.messages.set(message.id, { ...message, isFileRemoved: true })
  }
  return succeeded({ deletedFiles: workspace.removeUpload(fileId) })
}

/** `chat.delete`: the message goes, with its file. */
export async function deleteMessage(call: Call): Promise<Response> {
  const { workspace, user } = call
  const { msgId, roomId, fileId } = await bodyOf(call)
  const isByFile = typeof fileId === 'string' && workspace.traits.chatDeleteTakesFiles
  if (!isByFile && (typeof msgId !== 'string' || typeof roomId !== 'string')) {
    return misfit('invalid-params', 'must have required property msgId [invalid-params]')
  }
  const message = isByFile
    ? workspace.messageOf(fileId)
    : workspace.messages.get(typeof msgId === 'string' ? msgId : '')
  if (message === undefined) return failed(`No message found with the id of "${String(msgId)}".`)
  if (!isByFile && message.rid !== roomId) return failed('The room id provided does not match.')
  if (message.user.id !== user.id) return failed('Unauthorized. You must have the permission.')
  removeMessage(call, message)
  const { id, rid } = message
  return succeeded({
    _id: id,
    ts: String(workspace.now()),
    message: { _id: id, rid, u: { _id: user.id } },
  })
}

/** `method.call/deleteFileMessage`: what clients spoke before there were routes. Its answer is a text of JSON. */
export async function callMethod(call: Call): Promise<Response> {
  const { message } = await bodyOf(call)
  const { method, id, params } = JSON.parse(String(message)) as {
    readonly method?: string
    readonly id?: string
    readonly params?: readonly unknown[]
  }
  const error = runMethod(call, method, params?.[0])
  if (error === null) return succeeded({ message: JSON.stringify({ msg: 'result', id }) })
  const { code, reason } = error
  const details = { error: code, reason, message: `${reason} [${code}]`, errorType: 'Meteor.Error' }
  const answer = { message: JSON.stringify({ msg: 'result', id, error: details }) }
  if (call.workspace.traits.hidesMethodFailures) return succeeded(answer)
  return Response.json({ ...answer, success: false }, { status: 400 })
}

function runMethod(
  call: Call,
  method: string | undefined,
  fileId: unknown,
): RocketChatError | null {
  const { workspace, user } = call
  if (method !== call.param('method') || method !== 'deleteFileMessage') {
    return new RocketChatError('404', `Method '${method}' not found`)
  }
  if (typeof fileId !== 'string') return new RocketChatError('400', 'Match failed')
  const upload: Upload | undefined = workspace.findUpload(fileId)
  const message = workspace.messageOf(fileId)
  if (upload === undefined && message === undefined) {
    return new RocketChatError('error-file-not-found', 'No such file')
  }
  if (message !== undefined && message.user.id !== user.id) {
    return new RocketChatError('error-action-not-allowed', 'Not allowed')
  }
  if (message === undefined) return new RocketChatError('error-file-not-found', 'No message of it')
  removeMessage(call, message)
  return null
}

function removeMessage({ workspace }: Call, { id, fileId }: Message): void {
  workspace.messages.delete(id)
  workspace.removeUpload(fileId)
}
