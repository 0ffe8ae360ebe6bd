import type { TaskIn } from '../contract/index.js'
import type { EngineState } from './engine-state.js'
import { FileFollower, type FollowedAnswer } from './file-follower.js'

/** After so long the words say that it takes longer than usual. */
const lateAfterMs = 120_000

/** Follows the files that the backend is still working on. */
export class Processing {
  readonly #engine: EngineState
  readonly #follower: FileFollower

  constructor(engine: EngineState) {
    this.#engine = engine
    this.#follower = new FileFollower(engine.adapter, engine.clock)
  }

  /** Answers a function that stops it. */
  follow({ id, epoch, file, since }: TaskIn<'processing'>): () => void {
    const { clock, dispatch } = this.#engine
    const unfollow = this.#follower.follow(file.id, (answer) => this.#answered(id, epoch, answer))
    const clear = clock.setTimeout(
      () => dispatch(id, { type: 'processing-late', epoch }),
      Math.max(0, since + lateAfterMs - clock.now()),
    )
    return () => {
      unfollow()
      clear()
    }
  }

  stop(): void {
    this.#follower.stop()
  }

  #answered(id: string, epoch: number, answer: FollowedAnswer): void {
    const { dispatch } = this.#engine
    if ('file' in answer) dispatch(id, { type: 'processing-answered', epoch, file: answer.file })
    else if (answer.error.code === 'not-found') {
      dispatch(id, { type: 'step-failed', epoch, error: answer.error, step: 'process' })
    }
  }
}
