import { describe, expect, it } from 'vitest'
import { runAdapterCase } from './conformance/adapter/adapter-case.js'
import { adapterCases } from './conformance/adapter/adapter-cases.js'
import type { AdapterSubject } from './conformance/adapter/adapter-subject.js'
import { checkKnownGaps, runUnlessGap, type KnownGaps } from './conformance/known-gaps.js'
import { runObjectStoreCase } from './conformance/object-store/object-store-case.js'
import { objectStoreCases } from './conformance/object-store/object-store-cases.js'
import type { ObjectStoreSubject } from './conformance/object-store/object-store-subject.js'
import { runTransportCase } from './conformance/transport/transport-case.js'
import { transportCases } from './conformance/transport/transport-cases.js'
import type { TransportSubject } from './conformance/transport/transport-subject.js'

export type {
  AdapterInstance,
  AdapterSubject,
  SentFile,
} from './conformance/adapter/adapter-subject.js'
export type { KnownGaps } from './conformance/known-gaps.js'
export type {
  ObjectStoreInstance,
  ObjectStoreSubject,
  SentPart,
  StoreGrant,
  StoreMultipart,
  StoreSignedForm,
  StoreSignedRequest,
} from './conformance/object-store/object-store-subject.js'
export { sendWith } from './conformance/send-with.js'
export type {
  SeenRequest,
  TransportInstance,
  TransportSubject,
} from './conformance/transport/transport-subject.js'

/** Proves that an adapter keeps the promises of the contract. What it lacks is checked to be absent, never skipped. */
export function describeAdapter(name: string, subject: AdapterSubject): void {
  describeCases(`the adapter ${name}`, adapterCases, subject, runAdapterCase)
}

/** Proves that a transport keeps the promises of its port, whatever kind of ticket it sends. */
export function describeTransport(name: string, subject: TransportSubject): void {
  describeCases(`the transport ${name}`, transportCases, subject, runTransportCase)
}

/** Proves that a store lets in what was signed, and nothing else, and that pages may talk to it. */
export function describeObjectStore(name: string, subject: ObjectStoreSubject): void {
  describeCases(`the object store ${name}`, objectStoreCases, subject, runObjectStoreCase)
}

function describeCases<
  C extends { readonly name: string },
  S extends { knownGaps?: KnownGaps | undefined },
>(
  title: string,
  groups: Readonly<Record<string, readonly C[]>>,
  subject: S,
  run: (one: C, subject: S) => Promise<void>,
): void {
  const { knownGaps } = subject
  checkKnownGaps(
    knownGaps,
    Object.values(groups).flatMap((cases) => cases.map((one) => one.name)),
  )
  describe.each([title])('%s', () => {
    describe.each(Object.keys(groups))('%s', (group) => {
      it.each(groups[group] ?? [])('$name', async (one) => {
        const outcome = runUnlessGap(one.name, knownGaps, () => run(one, subject))
        await expect(outcome).resolves.toBeUndefined()
      })
    })
  })
}
