import {
  parseSignedPart,
  parseUploadedPart,
  readShape,
  type OptionalMethods,
  type UploadedPart,
} from '../../core/index.js'
import type { SignPartsAnswer, SignPartsBody } from '../../protocol/index.js'
import type { ApiClient } from '../http/api-client.js'
import { poster } from '../http/poster.js'
import { readList } from './read-list.js'
import { uploadPath } from './upload-path.js'

type PartMethods = Required<Pick<OptionalMethods, 'signParts' | 'listParts'>>

/** The parts of a multipart upload. */
export function partMethods(client: ApiClient): PartMethods {
  const { call } = client
  const post = poster(client)
  return {
    async signParts(ref, parts, ctx) {
      const data: SignPartsBody = { parts }
      const answer = await post<SignPartsAnswer>(`${uploadPath(ref)}/parts`, data, ctx)
      return readList(answer.parts, parseSignedPart)
    },
    async listParts(ref, { signal }) {
      const found: UploadedPart[] = []
      for (let from: number | null = 1; from !== null;) {
        const params = new URLSearchParams({ from: String(from) })
        const url = `${uploadPath(ref)}/parts`
        const answer = readShape(await call({ method: 'GET', url, params, signal }), 'parts')
        found.push(...answer.list('parts').map(parseUploadedPart))
        const next = answer.countOrNull('nextPartNumber')
        // A number that does not grow would be asked for ever.
        from = next !== null && next > from ? next : null
      }
      return found
    },
  }
}
