/** Who owns what is uploaded, and sees only that. */
export interface User {
  readonly id: string
  readonly name: string | null
}

/** Says who is calling; `null`: nobody, answered with 401. The host application's own session decides. */
export type Identify = (request: Request) => User | null | Promise<User | null>
