import type { FileRules } from '../../core/index.js'
import type { Format } from '../format/create-format.js'
import type { Messages } from '../messages/messages.js'
import { acceptRules } from '../upload/accept-rules.js'
import { describeAccept } from '../upload/describe-accept.js'

interface Rules extends FileRules {
  readonly multiple?: boolean | undefined
}

/** What may be added, before anything is chosen: phrases to stand beside each other. */
export function describeRules(rules: Rules, messages: Messages, format: Format): readonly string[] {
  const { accept, maxSize, maxFiles, multiple = true } = rules
  const types = describeAccept(acceptRules(accept), messages, format)
  const phrases = [
    ...(types === null ? [] : [types]),
    ...(multiple && maxFiles !== undefined ? [messages.countRule({ count: maxFiles })] : []),
    ...(maxSize === undefined
      ? []
      : [messages.sizeRule({ size: format.limit(maxSize), isOne: !multiple })]),
  ]
  return phrases.map((phrase, index) =>
    index === 0 ? phrase.charAt(0).toLocaleUpperCase(messages.locale) + phrase.slice(1) : phrase,
  )
}
