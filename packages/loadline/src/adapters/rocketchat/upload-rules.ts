import { readShape, UploadError, type UploadRequest } from '../../core/index.js'
import type { RocketChatClient } from './rocket-chat-client.js'
import { shareAnswer } from './share-answer.js'

/** What administrators allow, as far as the server tells it. */
export interface UploadRules {
  /** Bytes; `null`: no limit. */
  readonly maxFileSize: number | null
  readonly isEnabled: boolean
  readonly isEnabledInDirect: boolean
  readonly allowedTypes: readonly string[]
  readonly refusedTypes: readonly string[]
}

const settingIds = [
  'FileUpload_Enabled',
  'FileUpload_Enabled_Direct',
  'FileUpload_MaxFileSize',
  'FileUpload_MediaTypeWhiteList',
  'FileUpload_MediaTypeBlackList',
] as const

/** Administrators seldom change them, and the server has the last word. */
const rulesLifeMs = 300_000
/** Older servers do not look at `_id`, and answer all settings page by page. */
const mostPages = 10

export function uploadRules(
  client: RocketChatClient,
): (signal: AbortSignal) => Promise<UploadRules> {
  return shareAnswer(async (signal) => {
    const settings = await readSettings(client, signal)
    const maxFileSize = Number(settings.get('FileUpload_MaxFileSize') ?? -1)
    return {
      maxFileSize: Number.isSafeInteger(maxFileSize) && maxFileSize >= 0 ? maxFileSize : null,
      isEnabled: settings.get('FileUpload_Enabled') !== false,
      isEnabledInDirect: settings.get('FileUpload_Enabled_Direct') !== false,
      allowedTypes: listOf(settings.get('FileUpload_MediaTypeWhiteList')),
      refusedTypes: listOf(settings.get('FileUpload_MediaTypeBlackList')),
    }
  }, rulesLifeMs)
}

/** @throws UploadError what the server would say after the bytes */
export function checkRules(
  { contentType, size }: Pick<UploadRequest, 'contentType' | 'size'>,
  rules: UploadRules,
  isDirect: boolean,
): void {
  if (!rules.isEnabled || (isDirect && !rules.isEnabledInDirect)) {
    throw new UploadError('forbidden', { message: 'This server takes no files here.' })
  }
  if (rules.maxFileSize !== null && size > rules.maxFileSize) {
    throw new UploadError('too-large', {
      message: `The file is larger than ${rules.maxFileSize} bytes.`,
      details: { maxSize: rules.maxFileSize },
    })
  }
  if (size === 0) {
    throw new UploadError('validation', { message: 'Rocket.Chat takes no empty files.' })
  }
  if (!isTypeAllowed(contentType, rules)) {
    throw new UploadError('type-not-allowed', {
      message: `The server takes no files of the type "${contentType}".`,
    })
  }
}

/** As the server judges: what is refused wins, and a file without a type is refused where anything is. */
function isTypeAllowed(type: string, { allowedTypes, refusedTypes }: UploadRules): boolean {
  const isIn = (types: readonly string[]): boolean =>
    types.includes(type) || types.includes(`${type.split('/')[0]}/*`)
  if (type === '' && refusedTypes.length > 0) return false
  const isAllowed = allowedTypes.length === 0 || allowedTypes.includes('*') || isIn(allowedTypes)
  return isAllowed && !isIn(refusedTypes)
}

async function readSettings(
  { get }: RocketChatClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>()
  let offset = 0
  for (let page = 0; page < mostPages; page += 1) {
    const params = { _id: settingIds.join(','), count: '100', offset: String(offset) }
    const answer = readShape(await get('settings.public', params, { signal }), 'answer')
    const settings = answer.list('settings')
    for (const setting of settings) {
      const { value } = readShape(setting, 'setting')
      found.set(String(value['_id']), value['value'])
    }
    offset += settings.length
    const isWhole = settingIds.every((id) => found.has(id))
    if (isWhole || settings.length === 0 || offset >= answer.count('total')) break
  }
  return found
}

function listOf(value: unknown): readonly string[] {
  if (typeof value !== 'string') return []
  return value
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '')
}
