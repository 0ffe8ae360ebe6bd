import { bugsIn } from './mutant.mjs'

/** What components see. */
export const storeMutants = [
  ...bugsIn(
    'upload/task-store.ts',
    ['task-store', 'progress-cost'],
    [
      [
        'each byte tells every row',
        'this.#progressed.add(id)\n',
        'for (const one of this.#cells.keys()) this.#progressed.add(one)\n',
      ],
      [
        'each byte costs a walk over the queue',
        'this.#progressed.add(id)\n',
        'this.#progressed.add(id)\n    if ([...this.#cells.values()].every((one) => one.isDirty)) this.#idsVersion += 1\n',
      ],
      ['progress runs backwards', 'if (!(more > 0)) return\n', ''],
      [
        'a file is shown whole before the store has answered',
        'Math.min(sentBytes, Math.floor(cell.task.size * mostInFlight))',
        'Math.min(sentBytes, cell.task.size)',
      ],
      [
        'the store is written for each file that is added',
        'if (this.#subscribers.has(id)) this.#changed.add(id)\n',
        'if (this.#subscribers.has(id)) this.#changed.add(id)\n      this.summary.setState(this.#summarize(0), true)\n',
      ],
      [
        'a removed file still counts',
        'for (const bucket of this.#bucketsOf(task.scope)) bucket.delete(task)\n',
        '',
      ],
    ],
  ),
  ...bugsIn(
    'upload/id-views.ts',
    ['task-store'],
    [
      [
        'the array of ids is made anew each time',
        'view.ids ??= this.#build(filter)',
        'view.ids = this.#build(filter)',
      ],
    ],
  ),
  ...bugsIn(
    'upload/upload-bucket.ts',
    ['task-store'],
    [
      [
        'totals are not weighted by bytes',
        'this.#total += sign * task.size',
        'this.#total += sign',
      ],
      ['cancelled bytes are counted', "if (task.status === 'cancelled') return\n", ''],
    ],
  ),
  ...bugsIn(
    'upload/settle-waiters.ts',
    ['upload-queue', 'queue-tickets'],
    [
      [
        'a failed file is reported as ready',
        "ready: having(['ready', 'processing']),",
        "ready: having(['ready', 'processing', 'failed']),",
      ],
      [
        'a scanner that hangs hangs who waits',
        "return until === 'finalized' && task.status === 'processing'",
        'return false',
      ],
    ],
  ),
]
