import { drawElevation, drawHarbour, drawPlan } from './draw-pictures.js'
import { makeTone } from './make-tone.js'
import { writePdf } from './write-pdf.js'

export interface SampleFile {
  readonly name: string
  readonly contentType: string
  readonly category: 'DRAWINGS' | 'REPORTS' | 'CONTRACTS' | 'MEDIA'
  /** One of `sampleFolders`, which are the first person's. Default: the root. */
  readonly folder?: string | undefined
  /** Of the two people of the demo. Default 1. */
  readonly person?: 1 | 2 | undefined
  readonly isPublic?: boolean | undefined
  /** The work order that it is attached to. */
  readonly workOrder?: string | undefined
  make(): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>
}

export const sampleFolders = ['Contracts', 'Drawings', 'Site photos'] as const

const text = (content: string) => () => new Uint8Array(new TextEncoder().encode(content))
const pdf = (...lines: readonly string[]) => ({
  contentType: 'application/pdf',
  make: () => writePdf(lines),
})

/** What a small office has on its shelves. Every file is whole, and can be looked at. */
export const sampleFiles: readonly SampleFile[] = [
  {
    name: 'Quay wall elevation, sheet 14.png',
    contentType: 'image/png',
    category: 'DRAWINGS',
    folder: 'Drawings',
    isPublic: true,
    make: () => drawElevation(9),
  },
  {
    name: 'Quay wall elevation, sheet 15.png',
    contentType: 'image/png',
    category: 'DRAWINGS',
    folder: 'Drawings',
    make: () => drawElevation(13),
  },
  {
    name: 'Mooring plan A1.png',
    contentType: 'image/png',
    category: 'DRAWINGS',
    folder: 'Drawings',
    workOrder: 'WO-1042',
    make: () => drawPlan(),
  },
  {
    name: 'Berth south, morning.jpg',
    contentType: 'image/jpeg',
    category: 'MEDIA',
    folder: 'Site photos',
    isPublic: true,
    make: () => drawHarbour(28),
  },
  {
    name: 'Berth south, evening.jpg',
    contentType: 'image/jpeg',
    category: 'MEDIA',
    folder: 'Site photos',
    workOrder: 'WO-1042',
    make: () => drawHarbour(255),
  },
  {
    name: 'Crane inspection 2026-06-11.jpg',
    contentType: 'image/jpeg',
    category: 'MEDIA',
    folder: 'Site photos',
    workOrder: 'WO-1057',
    make: () => drawHarbour(190),
  },
  {
    name: 'Signed lease agreement, Pier 7 tenants and all subtenants (countersigned).pdf',
    category: 'CONTRACTS',
    folder: 'Contracts',
    ...pdf('Lease agreement', 'Pier 7, Northquay', 'Signed on 2 June 2026 by all tenants.'),
  },
  {
    name: 'Insurance certificate 2026.pdf',
    category: 'CONTRACTS',
    folder: 'Contracts',
    ...pdf('Insurance certificate', 'Valid until 31 December 2026.'),
  },
  {
    name: 'Tender response v12 final (approved by legal).pdf',
    category: 'CONTRACTS',
    workOrder: 'WO-1042',
    ...pdf('Tender response', 'Refit of Pier 7, lot 3: quay wall and fenders.'),
  },
  {
    name: 'Load test results 2026-Q2.csv',
    contentType: 'text/csv',
    category: 'REPORTS',
    person: 2,
    workOrder: 'WO-1057',
    make: text(
      [
        'bollard,load_kN,deflection_mm',
        ...Array.from(
          { length: 40 },
          (_, i) => `B${i + 1},${400 + i * 5},${(i * 0.21).toFixed(2)}`,
        ),
      ].join('\n'),
    ),
  },
  {
    name: 'Site diary, week 24.md',
    contentType: 'text/markdown',
    category: 'REPORTS',
    make: text(
      '# Week 24\n\nMonday: fenders delivered, two damaged.\nTuesday: divers at berth south.\nWednesday: wind, no crane.\n',
    ),
  },
  {
    name: 'Radio check, pilot boat.wav',
    contentType: 'audio/wav',
    category: 'MEDIA',
    person: 2,
    make: () => makeTone(2),
  },
  {
    name: 'Übergabeprotokoll Kaimauer Süd.txt',
    contentType: 'text/plain',
    category: 'REPORTS',
    make: text('Übergeben am 12. Juni 2026. Ohne Mängel.\n'),
  },
  {
    name: 'عقد صيانة الرصيف.pdf',
    category: 'CONTRACTS',
    folder: 'Contracts',
    ...pdf('Maintenance contract', 'Arabic original on file.'),
  },
]
