/**
 * What of others a user may do:
 * - `own`: nothing.
 * - `public`: read files of the tenant that are `public` and `ready`.
 * - `tenant`: read all of the tenant.
 * - `all`: read and manage everything, of every tenant.
 *
 * To manage (rename, move, show, delete, associate) takes one's own file, or `all`. An upload is only
 * ever gone on with by who began it.
 */
export const accessLevels = ['own', 'public', 'tenant', 'all'] as const

export type Access = (typeof accessLevels)[number]

export interface User {
  /** Means something within the tenant only. */
  readonly id: string
  readonly name: string | null
  /** Empty: the one tenant of an application that knows none. */
  readonly tenantId: string
  readonly access: Access
}

/** A user as the host application tells of them. Default: no tenant, and access to what is `own`. */
export interface Identity {
  readonly id: string
  readonly name: string | null
  readonly tenantId?: string | undefined
  readonly access?: Access | undefined
}

/** Says who is calling; `null`: nobody, answered with 401. The host application's own session decides. */
export type Identify = (request: Request) => Identity | null | Promise<Identity | null>

export function toUser({ id, name, tenantId = '', access = 'own' }: Identity): User {
  return { id, name, tenantId, access }
}
