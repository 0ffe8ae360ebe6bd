import { expect, it } from 'vitest'
import type { UploadStatus } from '../../core/index.js'
import { createFormat } from '../format/create-format.js'
import { en } from '../messages/en.js'
import { countUploads } from './count-uploads.js'
import { panelMeta, panelStatus, panelTitle, type PanelFacts } from './describe-panel.js'

const open = { isPaused: false, blockedBy: null, until: null } as const
const noCounts: Record<UploadStatus, number> = {
  ...{ queued: 0, signing: 0, uploading: 0, finalizing: 0, processing: 0 },
  ...{ paused: 0, waiting: 0, ready: 0, failed: 0, cancelled: 0 },
}

interface Given {
  readonly counts: Partial<Record<UploadStatus, number>>
  readonly gate?: Partial<PanelFacts['gate']>
  readonly needYou?: number
  readonly isAllHeld?: boolean
  readonly secondsLeft?: number
}

function say({ counts, gate, needYou = 0, isAllHeld = false, secondsLeft }: Given): string {
  const totals = {
    counts: { ...noCounts, ...counts },
    ...{ sentBytes: 22_000_000, totalBytes: 64_500_000, bytesPerSecond: null, secondsLeft: null },
  }
  const facts: PanelFacts = {
    ...{ totals, counts: countUploads(totals, needYou), gate: { ...open, ...gate } },
    ...{ isAllHeld, secondsLeft: secondsLeft ?? null },
  }
  const status = panelStatus(facts)
  const meta = panelMeta(status, facts, en, createFormat(en, 'UTC'))
  return [panelTitle(status, facts, en), ...meta].join(' · ')
}

it.each<[string, Given]>([
  ['Uploading 2 of 4 files · 22.0 of 64.5 MB', { counts: { uploading: 2, queued: 2 } }],
  ['Paused · 22.0 of 64.5 MB', { counts: { paused: 2, ready: 1 } }],
  ['Paused · 22.0 of 64.5 MB', { counts: { queued: 2 }, gate: { isPaused: true } }],
  [
    'Offline · 9 files resume by themselves',
    { counts: { waiting: 4, queued: 6, paused: 1 }, needYou: 1, gate: { blockedBy: 'offline' } },
  ],
  ['Offline · 22.0 of 64.5 MB', { counts: { paused: 1 }, gate: { blockedBy: 'offline' } }],
  ['2 files need you · 10 uploaded', { counts: { waiting: 2, ready: 10 }, needYou: 2 }],
  [
    'Uploading 1 of 3 files · 22.0 of 64.5 MB',
    { counts: { uploading: 1, waiting: 2 }, needYou: 2 },
  ],
  ['3 files ready to upload · 64.5 MB', { counts: { queued: 3 }, isAllHeld: true }],
  ['Not enough storage · 2 files wait', { counts: { queued: 2 }, gate: { blockedBy: 'quota' } }],
  [
    'Too many uploads at once · Trying again in 30 s',
    { counts: { queued: 2 }, gate: { blockedBy: 'rate-limit' }, secondsLeft: 30 },
  ],
  ['10 uploaded, 2 failed', { counts: { ready: 10, failed: 2 } }],
  ['12 files uploaded · 22.0 MB', { counts: { ready: 12 } }],
])('says "%s"', (words, given) => {
  expect(say(given)).toBe(words)
})
