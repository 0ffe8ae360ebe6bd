import type { UploadSelector, UploadTask } from '../contract/index.js'

/** Views that nobody listens to are kept up to this number, so that a render finds its array again. */
const mostIdleViews = 32

interface IdView {
  readonly filter: UploadSelector
  readonly listeners: Set<() => void>
  /** `null`: to be built anew. */
  ids: readonly string[] | null
  /** Its listeners have not been told of the last change. */
  isUntold: boolean
}

/** Cached id arrays by filter: rebuilt when membership changed and somebody asks. */
export class IdViews {
  readonly #views = new Map<string, IdView>()
  readonly #build: (filter: UploadSelector) => readonly string[]

  constructor(build: (filter: UploadSelector) => readonly string[]) {
    this.#build = build
  }

  /** The same array until membership changes. */
  get(filter: UploadSelector): readonly string[] {
    const view = this.#viewOf(filter)
    view.ids ??= this.#build(filter)
    return view.ids
  }

  subscribe(filter: UploadSelector, listener: () => void): () => void {
    const { listeners } = this.#viewOf(filter)
    const own = (): void => listener()
    listeners.add(own)
    return () => listeners.delete(own)
  }

  added(tasks: readonly UploadTask[]): void {
    this.#renew(({ filter }) => tasks.some((task) => isIn(filter, task)))
  }

  /** A task changed its status, or went (`after: null`). */
  changed(before: UploadTask, after: UploadTask | null): void {
    this.#renew(({ filter }) => isIn(filter, before) !== isIn(filter, after))
  }

  /** Tells the listeners of every view whose membership changed. */
  flush(): void {
    for (const view of [...this.#views.values()]) {
      if (!view.isUntold) continue
      view.isUntold = false
      for (const listener of [...view.listeners]) listener()
    }
  }

  #renew(isChanged: (view: IdView) => boolean): void {
    for (const view of this.#views.values()) {
      if (!isChanged(view)) continue
      view.ids = null
      view.isUntold = true
    }
  }

  #viewOf(filter: UploadSelector): IdView {
    const key = JSON.stringify([filter.scope ?? null, filter.statuses ?? null])
    const known = this.#views.get(key)
    if (known !== undefined) return known
    this.#dropIdle()
    const made: IdView = { filter, listeners: new Set(), ids: null, isUntold: false }
    this.#views.set(key, made)
    return made
  }

  #dropIdle(): void {
    for (const [key, { listeners }] of this.#views) {
      if (this.#views.size < mostIdleViews) return
      if (listeners.size === 0) this.#views.delete(key)
    }
  }
}

function isIn({ scope, statuses }: UploadSelector, task: UploadTask | null): boolean {
  if (task === null) return false
  if (scope !== undefined && task.scope !== scope) return false
  return statuses === undefined || statuses.includes(task.status)
}
