import { bugsIn } from './mutant.mjs'

/** Signatures: asked for, kept, renewed, given back. */
export const ticketMutants = [
  ...bugsIn(
    'upload/ticket-desk.ts',
    ['upload-queue', 'queue-tickets', 'queue-faults'],
    [
      ['a late ticket is not abandoned', 'abandon(ref)\n', ''],
      [
        'a create in flight is given up on cancel, and its row lost',
        'return await this.#creates.call(request)',
        `return await Promise.race([
            this.#creates.call(request),
            new Promise<never>((_, reject) => {
              upload.attempt?.signal.addEventListener('abort', () => {
                reject(new UploadError('cancelled'))
              })
            }),
          ])`,
      ],
      ['two creates at once for one upload', 'if (known !== undefined) return known\n', ''],
      [
        'a ticket is used past its life',
        'return isUsable(lifeOf(ticket), this.#ports.clock.monotonic() - receivedAt)',
        'return receivedAt >= 0',
      ],
    ],
  ),
  ...bugsIn(
    'upload/run-upload.ts',
    ['queue-tickets', 'queue-faults', 'queue-parts'],
    [
      [
        'a signature is renewed for ever',
        'return send({ ...sending, ticket }, ports)',
        'return sendRenewing({ ...sending, ticket }, ports)',
      ],
      [
        'the first refusal of a signature is taken for the last word',
        'if (signal.aborted || !(isRefused || (error.status === 0 && isOld))) throw error',
        'if (signal.aborted || isRefused || !(error.status === 0 && isOld)) throw error',
      ],
      [
        'a silent store with an old ticket is taken for a dead network',
        '(error.status === 0 && isOld)',
        '(error.status === 0 && isOld && isRefused)',
      ],
      [
        'a transfer that stands still is waited for',
        'onStalled: () => stalled.abort(),',
        'onStalled: () => undefined,',
      ],
      [
        'the parts that the store has are sent again',
        'acknowledged: upload.parts,',
        'acknowledged: [],',
      ],
      ['an acknowledged part gives no new attempts', 'upload.failures.store = 0\n', ''],
    ],
  ),
  ...bugsIn(
    'upload/ticket-life.ts',
    ['ticket-life'],
    [
      [
        "a ticket's life is judged by the browser's date",
        'const signedAt = serverTime === null ? Date.now() : Date.parse(serverTime)',
        'const signedAt = Date.now()',
      ],
      [
        'more is signed ahead than is sent in time',
        'return Math.min(50, Math.floor(lifeMs / 2 / Math.max(1, meanTimePerFileMs)))',
        'return 50',
      ],
    ],
  ),
  ...bugsIn(
    'upload/look-ahead.ts',
    ['queue-tickets', 'queue-ahead'],
    [
      [
        'files are signed ahead though nothing sweeps behind',
        'if (!adapter.features.lookAhead || lifeMs === null',
        'if (lifeMs === null',
      ],
      [
        'files with a checksum are not hashed ahead',
        'if (needsChecksum(task)) await hash',
        'if (!needsChecksum(task)) await hash',
      ],
      [
        'nothing is signed ahead',
        'const depth = lookAheadDepth(',
        'const depth = -1 * lookAheadDepth(',
      ],
    ],
  ),
  ...bugsIn(
    'upload/abandon-outbox.ts',
    ['queue-faults'],
    [
      [
        'an abandon that fails is not repeated',
        'if (!toUploadError(thrown).isRetryable || attempt === attempts) return',
        'if (toUploadError(thrown).isRetryable || attempt === attempts) return',
      ],
    ],
  ),
]
