import { bugsIn } from './mutant.mjs'

/** The memory backend is what the engine is tested with: it must not be kinder than a real one. */
export const memoryMutants = bugsIn(
  'packages/loadline/src/testing/memory/memory-uploads.ts',
  ['memory', 'upload-queue', 'queue-missing-bytes'],
  [
    [
      'the memory backend keeps the file of an upload that was abandoned',
      'if (this.#files.find(upload.fileId) !== undefined) this.#files.delete(upload.fileId)\n',
      '',
    ],
    [
      'the memory backend refuses to sign an upload again',
      "if (isSame && known.state === 'pending') return known\n",
      '',
    ],
    [
      'the memory backend confirms what it does not have',
      'object.size !== upload.request.size',
      'object.size < 0',
    ],
  ],
)
