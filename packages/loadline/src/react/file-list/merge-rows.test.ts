import { describe, expect, it } from 'vitest'
import { storedFile, UploadError, type StoredFileInput, type UploadTask } from '../../core/index.js'
import { mergeRows, type MergeInput } from './merge-rows.js'
import { emptyOverlay, nextSnapshot, type OverlaySnapshot } from './upload-overlay.js'

type Status = 'uploading' | 'ready' | 'cancelled' | 'failed'

function task(id: string, status: Status): UploadTask {
  const base = {
    ...{ id, clientId: `client-${id}`, generation: 1, fileId: `file-${id}`, name: `${id}.pdf` },
    ...{ path: null, size: 10, contentType: 'application/pdf', scope: null, sentBytes: 0 },
    ...{ confirmedBytes: 0, epoch: 1, addedAt: 1 },
    ...{ canPause: false, canCancel: true, canRetry: false },
    request: {
      ...{ clientId: `client-${id}`, name: `${id}.pdf`, path: null, size: 10, checksum: null },
      ...{ contentType: 'application/pdf', preferredKinds: [], category: 'USER_FILES' },
      ...{ folderId: null, visibility: null, associations: [], metadata: {}, isDraft: false },
    },
  }
  switch (status) {
    case 'uploading':
      return { ...base, status, phase: 'sending', parts: null }
    case 'ready':
      return { ...base, status, file: file(`file-${id}`, { clientId: base.clientId }) }
    case 'failed':
      return { ...base, status, error: new UploadError('network'), step: 'store', bytesSafe: false }
    case 'cancelled':
      return { ...base, status }
  }
}

function file(id: string, given: Partial<StoredFileInput> = {}) {
  return storedFile({ id, name: id, size: 10, status: 'ready', ...given })
}

function overlayOf(...tasks: UploadTask[]): OverlaySnapshot {
  return nextSnapshot(emptyOverlay, tasks, 1000)
}

function merge(given: Partial<MergeInput>) {
  const { rows, extra } = mergeRows({
    ...{ files: [], requestedAt: 1, hasMore: false, overlay: emptyOverlay },
    query: { sort: { key: 'createdAt', direction: 'desc' } },
    ...given,
  })
  return { rows: rows.map(({ kind, id }) => `${kind} ${id}`), extra }
}

describe('a live upload', () => {
  it('stands on top of a list that has the newest first, the last one added before the others', () => {
    const overlay = overlayOf(task('a', 'uploading'), task('b', 'uploading'))
    expect(merge({ files: [file('old')], overlay })).toEqual({
      rows: ['upload b', 'upload a', 'stored old'],
      extra: 2,
    })
  })

  it('stands at the end of a list that has the oldest first, unless more is to come', () => {
    const query = { sort: { key: 'createdAt', direction: 'asc' } } as const
    const overlay = overlayOf(task('a', 'uploading'), task('b', 'uploading'))
    expect(merge({ files: [file('old')], overlay, query }).rows).toEqual([
      'stored old',
      'upload a',
      'upload b',
    ])
    expect(merge({ files: [file('old')], overlay, query, hasMore: true })).toEqual({
      rows: ['stored old'],
      extra: 0,
    })
  })

  it('stands where its name belongs', () => {
    const query = { sort: { key: 'name', direction: 'asc' } } as const
    const files = [file('1', { name: 'a' }), file('2', { name: 'z' })]
    const overlay = overlayOf(task('m', 'uploading'))
    expect(merge({ files, overlay, query }).rows).toEqual(['stored 1', 'upload m', 'stored 2'])
  })

  it('takes the place of its own row where a page was faster', () => {
    const files = [file('new'), file('file-a', { clientId: 'client-a' }), file('old')]
    expect(merge({ files, overlay: overlayOf(task('a', 'uploading')) })).toEqual({
      rows: ['stored new', 'upload a', 'stored old'],
      extra: 0,
    })
  })

  it('is left out where it does not belong, and once it is cancelled', () => {
    const overlay = overlayOf(task('a', 'uploading'), task('b', 'cancelled'))
    const query = { filter: { categories: ['OTHER'] } }
    expect(merge({ overlay, query }).rows).toEqual([])
    expect(merge({ overlay }).rows).toEqual(['upload a'])
  })
})

describe('a confirmed upload', () => {
  it('becomes the stored row under the same key, before and after the page holds it', () => {
    const overlay = overlayOf(task('a', 'ready'))
    const before = merge({ files: [file('old')], overlay })
    const after = merge({
      files: [file('file-a', { clientId: 'client-a' }), file('old')],
      requestedAt: 2000,
      overlay,
    })
    expect(before).toEqual({ rows: ['stored a', 'stored old'], extra: 1 })
    expect(after).toEqual({ rows: ['stored a', 'stored old'], extra: 0 })
  })

  it('outlives being cleared from the queue, and keeps its key', () => {
    const cleared = nextSnapshot(overlayOf(task('a', 'ready')), [], 2000)
    expect(merge({ overlay: cleared }).rows).toEqual(['stored a'])
    const files = [file('file-a')]
    expect(merge({ files, overlay: cleared }).rows).toEqual(['stored a'])
  })

  it('goes when a page asked for well after it lacks it', () => {
    const overlay = overlayOf(task('a', 'ready'))
    expect(merge({ overlay, requestedAt: 5900 }).rows).toEqual(['stored a'])
    expect(merge({ overlay, requestedAt: 6100 }).rows).toEqual([])
  })
})

it('believes a backend that calls a failed upload ready', () => {
  const overlay = overlayOf(task('a', 'failed'))
  expect(merge({ files: [file('file-a')], overlay }).rows).toEqual(['stored a'])
  expect(merge({ files: [file('file-a', { status: 'upload_pending' })], overlay }).rows).toEqual([
    'upload a',
  ])
})

it('draws each file and each upload once, in whatever order pages and answers come', () => {
  const ids = ['a', 'b', 'c', 'd']
  for (let seed = 0; seed < 256; seed += 1) {
    let overlay = emptyOverlay
    for (const step of [0, 1]) {
      const tasks = ids.map((id, index) =>
        task(id, ((seed >> index) & 1) <= step && step === 1 ? 'ready' : 'uploading'),
      )
      overlay = nextSnapshot(overlay, tasks, step)
    }
    const files = ids
      .filter((_, index) => ((seed >> (index + 4)) & 1) === 1)
      .map((id) => file(`file-${id}`, { clientId: `client-${id}` }))
    const { rows } = merge({ files: [...files, file('old')], overlay })
    expect(rows).toHaveLength(5)
    expect(new Set(rows.map((row) => row.split(' ')[1]))).toEqual(new Set([...ids, 'old']))
  }
})
