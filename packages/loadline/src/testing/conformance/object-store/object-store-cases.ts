import { corsCases } from './cors-cases.js'
import { multipartCases } from './multipart-cases.js'
import type { ObjectStoreCase } from './object-store-case.js'
import { postCases } from './post-cases.js'
import { putCases } from './put-cases.js'

/** All that a store must hold for pages to send to it straight. */
export const objectStoreCases: Readonly<Record<string, readonly ObjectStoreCase[]>> = {
  'a signed PUT': putCases,
  CORS: corsCases,
  'a signed form': postCases,
  parts: multipartCases,
}
