import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenApiDocument, Operation } from './read-operations.js'

export type CheckAnswer = (operation: Operation, answer: Response) => Promise<CheckedAnswer>

export interface CheckedAnswer {
  /** What is wrong with it; `null`: nothing. */
  readonly complaint: string | null
  readonly json: unknown
}

/** Holds every answer to the document: its status, its content type, its schema. */
export function createAnswerCheck(document: OpenApiDocument): CheckAnswer {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')
  const validators = new Map<string, ValidateFunction>()
  const validatorOf = (pointer: string) => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `document${pointer}` })
    validators.set(pointer, known)
    return known
  }
  return async (operation, answer) => {
    const text = await answer.text()
    const complain = (complaint: string) => ({
      complaint: `${answer.status}: ${complaint}`,
      json: null,
    })
    if (answer.status >= 500) return complain(text)
    const documented = operation.answers.get(answer.status)
    if (documented === undefined) return complain(`not in the document (${text})`)
    const contentType = answer.headers.get('content-type')?.split(';')[0] ?? null
    if (answer.status >= 400 && contentType !== 'application/problem+json') {
      return complain(`${contentType} instead of a problem`)
    }
    if (documented.length === 0) {
      return text === ''
        ? { complaint: null, json: null }
        : complain('a body that is not documented')
    }
    const fitting = documented.find((one) => one.contentType === contentType)
    if (fitting === undefined) return complain(`${contentType} is not documented`)
    const json: unknown = JSON.parse(text)
    const validate = validatorOf(fitting.schemaPointer)
    if (!validate(json)) return complain(`${ajv.errorsText(validate.errors)} in ${text}`)
    const isOwnStatus =
      answer.status < 400 || (json as { status: unknown }).status === answer.status
    return isOwnStatus ? { complaint: null, json } : complain(`the problem says another status`)
  }
}
