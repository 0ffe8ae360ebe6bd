import type { PostGrant } from '../object-store.js'
import { assertFree, keepBytes } from './keep-bytes.js'
import type { ObjectDirectory } from './object-directory.js'
import { fileField, verifyForm } from './post-policy.js'
import type { PaceLimit } from './read-body.js'
import { readForm } from './read-form.js'
import type { Signer } from './signature.js'

export interface FormReceipt {
  readonly grant: PostGrant
  readonly sha256: Buffer
}

/** Takes the object of a form that carries a signed policy. */
export async function receiveForm(
  directory: ObjectDirectory,
  signer: Signer,
  request: Request,
  options: { readonly pace: PaceLimit; readonly now: number },
): Promise<FormReceipt> {
  const length = Number(request.headers.get('content-length') ?? Infinity)
  return readForm(request, { pace: options.pace, length, fileField }, async (file) => {
    const grant = verifyForm(signer, file.fields, options.now)
    assertFree(await directory.check(grant.key))
    const sha256 = await keepBytes(
      directory,
      { size: grant.size, checksum: grant.checksum, shortfall: 'EntityTooSmall' },
      async (write) => {
        for await (const chunk of file.stream) await write(chunk as Uint8Array)
        await file.formEnded
      },
      (partial, digest) => directory.commit(grant.key, partial, digest),
    )
    return { grant, sha256 }
  })
}
