import { bugsIn } from './mutant.mjs'

const failures = [
  ...bugsIn(
    'upload/failures.ts',
    ['queue-gates', 'queue-faults', 'queue-parts'],
    [
      [
        'the sign-in is asked for twice',
        "if (code === 'unauthenticated' && !gate.needsSignIn) {",
        "if (code === 'unauthenticated') {",
      ],
      ['attempts are without end', 'upload.failures[step] += 1\n', ''],
      [
        'a conflict restarts for ever',
        "case 'restart':\n        upload.hasRestarted = true\n",
        "case 'restart':\n",
      ],
      [
        "the server's Retry-After is ignored",
        'planRetry(retryPolicy, upload.failures[step], error.retryAt, clock)',
        'planRetry(retryPolicy, upload.failures[step], null, clock)',
      ],
      [
        'a rate limit does not hold the queue',
        'gate.limitedUntil = Math.max(gate.limitedUntil, retryAt ?? now + 1_000)\n',
        '',
      ],
      ['parts that the store lost are taken for stored', 'upload.parts = []\n', ''],
    ],
  ),
  ...bugsIn(
    'upload/retry-policy.ts',
    ['retry-policy'],
    [
      [
        'a delay is shorter than the server asked',
        'return Math.max(now + delay, retryAt ?? 0)',
        'return now + delay',
      ],
    ],
  ),
  ...bugsIn(
    'upload/judge-failure.ts',
    ['judge-failure'],
    [
      [
        'being offline spends an attempt',
        "if (isUnanswered && !failure.isOnline) return { act: 'wait', reason: 'offline' }\n",
        '',
      ],
      [
        'a create that is not idempotent is repeated blindly',
        "const mayRepeat = step !== 'create' || features.createIsIdempotent || !isUnanswered",
        'const mayRepeat = true',
      ],
    ],
  ),
]

const confirming = [
  ...bugsIn(
    'upload/finalizer.ts',
    ['upload-queue', 'queue-faults', 'queue-promises'],
    [
      [
        'a file that was cancelled while it was confirmed stays',
        "else outbox.send(stored.ref, 'cancelled')\n    } catch",
        '} catch',
      ],
      [
        'a file that the backend still waits for hangs',
        "if (file.status === 'upload_pending') {",
        "if (file.status === 'cancelled') {",
      ],
    ],
  ),
  ...bugsIn(
    'upload/file-follower.ts',
    ['queue-faults', 'file-follower'],
    [
      [
        'files in processing are asked for by more than one timer',
        'this.stop()\n    this.#askAt = at',
        'this.#askAt = at',
      ],
      [
        'files in processing are asked for without a pause that grows',
        'this.#askWithin(Math.min(longestDelayMs, this.#delayMs * 2))',
        'this.#askWithin(firstDelayMs)',
      ],
      [
        'newcomers put off those who wait for a file in processing',
        'if (this.#clearTimer !== null && this.#askAt <= at) return',
        '',
      ],
    ],
  ),
]

const stalls = bugsIn(
  'upload/stall-watch.ts',
  ['stall'],
  [
    [
      'the answer to a small file is waited for as long as to a large one',
      'Math.min(size, bufferedBytes)',
      'bufferedBytes',
    ],
    [
      'a transfer that waits for its place is taken for a stall',
      'if (this.#openRequests === 0) this.stop()',
      '',
    ],
  ],
)

const batches = bugsIn(
  'upload/call-batcher.ts',
  ['call-batcher'],
  [
    [
      'a batch answer of the wrong length is trusted',
      'if ((results as Partial<typeof results>).length !== items.length) {',
      'if ((results as Partial<typeof results>).length === 0) {',
    ],
    [
      'the answers of a batch are mixed up',
      'settle(one, results[i])',
      'settle(one, results[items.length - 1 - i])',
    ],
    [
      'one bad item spoils its batch',
      'else if (items.length === 1) items[0]?.reject(error)\n',
      'else if (items.length > 0) for (const one of items) one.reject(error)\n',
    ],
    [
      'a dead network is asked once for each item',
      'if (ofTheCall.has(error.code)) for',
      'if (ofTheCall.size === 0) for',
    ],
    [
      'a backend that never answers is waited for',
      'longestCallMs,\n      )',
      'longestCallMs * 1_000,\n      )',
    ],
  ],
)

export const answerMutants = [...failures, ...confirming, ...stalls, ...batches]
