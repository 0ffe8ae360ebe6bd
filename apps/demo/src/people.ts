export interface Person {
  readonly id: string
  readonly name: string
  /** What the demo's backend knows them by: the header `X-Demo-User`. */
  readonly number: 1 | 2
}

/** Whoever calls the backend of the demo is one of these. */
export const people = [
  { id: 'demo', name: 'Ada Demo', number: 1 },
  { id: 'demo-2', name: 'Ben Demo', number: 2 },
] as const satisfies readonly Person[]
