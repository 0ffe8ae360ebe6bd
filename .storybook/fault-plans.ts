import type { MemoryBackend } from 'loadline/testing'

interface FaultPlan {
  readonly title: string
  readonly isOffline?: true
  readonly apply?: (backend: MemoryBackend) => void
}

/** As good as always. */
const times = 10_000

/** What the toolbar can let go wrong. */
export const faultPlans = {
  none: { title: 'no faults' },
  sign: {
    title: 'signing: no storage left',
    apply: (one) => one.failNext('create', 'quota', times),
  },
  store: { title: 'store: network fails', apply: (one) => one.failNext('store', 'network', times) },
  drop: { title: 'store: line breaks once', apply: (one) => one.dropAfter(100_000) },
  finalize: {
    title: 'finalise refused',
    apply: (one) => one.failNext('finalize', 'forbidden', times),
  },
  list: { title: 'list: server fails', apply: (one) => one.failNext('list', 'server', times) },
  offline: { title: 'offline', isOffline: true },
} satisfies Record<string, FaultPlan>

export type FaultName = keyof typeof faultPlans

export function faultPlanOf(name: FaultName): FaultPlan {
  return faultPlans[name]
}
