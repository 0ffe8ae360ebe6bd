import { askApplication } from '../http/ask-application.js'

/** `isRefused`: ROQ took the last one no longer, so that one that is kept is of no use. */
export type GetToken = (context: { readonly isRefused: boolean }) => string | Promise<string>

/** Tokens are the application's: asked for before each call, and never kept for the next. */
export interface TokenSource {
  /** @throws UploadError `unauthenticated` where there is none to be had */
  current(): Promise<string>
  /** Another one for calls whose token was refused: all of them share it. */
  renew(refused: string): Promise<string>
  /** The other one is refused too. */
  forget(refused: string): void
}

export function createTokenSource(getToken: GetToken): TokenSource {
  const ask = (isRefused: boolean) => askApplication('getToken', () => getToken({ isRefused }))
  let asked: Promise<string> | null = null
  let renewal: { readonly refused: string; readonly token: Promise<string> } | null = null
  return {
    current() {
      asked ??= ask(false).finally(() => {
        asked = null
      })
      return asked
    },
    renew(refused) {
      if (renewal?.refused !== refused) {
        const token = ask(true)
        renewal = { refused, token }
        const drop = () => {
          if (renewal?.token === token) renewal = null
        }
        token.then((renewed) => {
          // Nobody was signed in, or nothing was renewed: the next may hear something else.
          if (refused === '' || renewed === refused) drop()
        }, drop)
      }
      return renewal.token
    },
    forget(refused) {
      if (renewal?.refused === refused) renewal = null
    },
  }
}
