import type { UploadSelector, UploadTask } from '../contract/index.js'

/** Views that nobody listens to are kept this many deep, so that a render finds its array again. */
const keptWithoutListeners = 32

interface IdView {
  readonly filter: UploadSelector
  readonly listeners: Set<() => void>
  ids: readonly string[]
  /** Its array must be built anew. */
  isStale: boolean
  /** Its listeners have not been told yet. */
  isUntold: boolean
}

export interface IdViews {
  /** The same array until membership changes. */
  get(filter: UploadSelector): readonly string[]
  subscribe(filter: UploadSelector, listener: () => void): () => void
  /** A task came (`before: null`), went (`after: null`), or changed its status. */
  changed(before: UploadTask | null, after: UploadTask | null): void
  /** Tells the listeners of every view whose membership changed. */
  flush(): void
}

/** Cached id arrays by filter: rebuilt when membership changed and somebody asks. */
export function createIdViews(build: (filter: UploadSelector) => readonly string[]): IdViews {
  const views = new Map<string, IdView>()

  function viewOf(filter: UploadSelector): IdView {
    const key = JSON.stringify([filter.scope ?? null, filter.statuses ?? null])
    const known = views.get(key)
    if (known !== undefined) return known
    const made: IdView = {
      filter,
      listeners: new Set(),
      ids: [],
      isStale: true,
      isUntold: false,
    }
    views.set(key, made)
    if (views.size > keptWithoutListeners) dropIdle(key)
    return made
  }

  function dropIdle(except: string): void {
    for (const [key, view] of views) {
      if (views.size <= keptWithoutListeners) return
      if (view.listeners.size === 0 && key !== except) views.delete(key)
    }
  }

  return {
    get(filter) {
      const view = viewOf(filter)
      if (view.isStale) {
        view.ids = build(filter)
        view.isStale = false
      }
      return view.ids
    },
    subscribe(filter, listener) {
      const view = viewOf(filter)
      const own = (): void => listener()
      view.listeners.add(own)
      return () => view.listeners.delete(own)
    },
    changed(before, after) {
      for (const view of views.values()) {
        if (isIn(view.filter, before) === isIn(view.filter, after)) continue
        view.isStale = true
        view.isUntold = true
      }
    },
    flush() {
      for (const view of [...views.values()]) {
        if (!view.isUntold) continue
        view.isUntold = false
        for (const listener of [...view.listeners]) listener()
      }
    },
  }
}

function isIn({ scope, statuses }: UploadSelector, task: UploadTask | null): boolean {
  if (task === null) return false
  if (scope !== undefined && task.scope !== scope) return false
  return statuses === undefined || statuses.includes(task.status)
}
