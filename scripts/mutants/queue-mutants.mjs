import { bugsIn } from './mutant.mjs'

const slots = bugsIn(
  'upload/upload-engine.ts',
  ['queue-gates', 'queue-faults', 'upload-queue', 'queue-tickets', 'queue-preparing'],
  [
    [
      'finalise is called twice',
      'void this.#finalizer.finalize(after, upload.stored)',
      'void this.#finalizer.finalize(after, upload.stored)\n    void this.#finalizer.finalize(after, upload.stored)',
    ],
    [
      'one slot too many',
      'this.running().length < this.concurrency &&',
      'this.running().length <= this.concurrency &&',
    ],
    [
      'a paused file keeps its slot',
      'const { signing, uploading } = this.store.bucket().byStatus\n    return [...signing, ...uploading]',
      'const { signing, uploading, paused } = this.store.bucket().byStatus\n    return [...signing, ...uploading, ...paused]',
    ],
    ['the transfer of a file that left goes on', 'upload.attempt?.abort()\n', ''],
    [
      'a fatal failure leaves its row at the backend',
      "const isDead = after.status === 'failed' && isFatal(after.error)",
      'const isDead = false',
    ],
    [
      'the ticket of a cancelled file is not abandoned',
      "this.outbox.send(ref, isDead ? 'error' : 'cancelled')",
      'return',
    ],
    [
      'stored files pile up unconfirmed',
      'this.store.bucket().byStatus.finalizing.size <= mostUnconfirmed',
      'true',
    ],
    [
      'a resumed file goes to the end of the line',
      'if (atHead) this.lanes.jump([task])\n    else this.lanes.push(task)',
      'this.lanes.push(task)',
    ],
    [
      'a file starts before its validator has answered',
      "task.status !== 'queued' || task.isHeld || isKept",
      "task.status !== 'queued' || task.isHeld",
    ],
    ['who waits for a removed file waits for ever', 'this.waiters.changed(task, null)', ''],
    [
      'duplicates are never forgotten',
      "this.duplicates[isOver ? 'delete' : 'add']",
      "this.duplicates['add']",
    ],
    [
      'a queue that stops leaves its transfers running',
      "this.dispatch(id, { type: 'interrupted', clientId: uuid() })",
      '',
    ],
    [
      'a queue that is connected again forgets who waits',
      'for (const id of [...waiting, ...processing]) this.#arm(id)',
      '',
    ],
    ['a backoff ends at once', 'Math.max(0, at - this.clock.now()),', '0,'],
    [
      'a file in processing is never followed',
      "if (task.status === 'processing') upload.disarm = this.#processing.follow(task)",
      '',
    ],
  ],
)

const wishes = bugsIn(
  'upload/upload-queue.ts',
  ['queue-gates', 'upload-queue', 'queue-faults'],
  [
    [
      'the first disconnect stops everybody',
      'if (this.#connections === 0) this.#stop()',
      'this.#stop()',
    ],
    [
      'a disconnect stops at once, so that StrictMode breaks uploads',
      'this.engine.clock.setTimeout(() => {\n        if (this.#connections === 0) this.#stop()\n      }, 0)',
      'if (this.#connections === 0) this.#stop()',
    ],
    ['a disconnect counts twice', 'if (!isConnected) return\n', ''],
    [
      'hold stops running files',
      "this.each(selection, { type: 'hold-requested' })",
      "this.each(selection, { type: 'pause-requested' })",
    ],
    [
      'resume of all resumes what was paused by itself',
      'const isMeant = selection !== undefined || engine.uploads.get(id)?.isPausedByAll === true',
      'const isMeant = true',
    ],
    ['a retry by hand has no attempts left', 'upload.failures = noFailures()\n', ''],
    [
      'running files do not wait for the network',
      "else this.each(engine.running(), { type: 'wait-began', reason: 'offline' })",
      '',
    ],
    ['a destroyed queue goes on', "this.each({}, { type: 'cancel-requested' })", ''],
  ],
)

const order = [
  ...bugsIn(
    'upload/lanes.ts',
    ['lanes'],
    [
      [
        'small files starve behind large ones',
        'runningLarge >= concurrency - 1',
        'runningLarge >= concurrency',
      ],
    ],
  ),
  ...bugsIn(
    'upload/queue-gate.ts',
    ['queue-gates'],
    [
      [
        'a paused queue starts files',
        'return !this.isPaused && this.#blockedBy(now) === null',
        'return this.#blockedBy(now) === null',
      ],
    ],
  ),
]

const before = bugsIn(
  'upload/preparer.ts',
  ['queue-preparing', 'queue-faults'],
  [
    ['the prepared file is not used', 'upload.file = made\n', ''],
    ['a file is prepared again for each attempt', 'upload.isPrepared = true\n', ''],
  ],
)

export const queueMutants = [...slots, ...wishes, ...order, ...before]
