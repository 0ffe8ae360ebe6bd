export interface RoqCategory {
  readonly key: string
  readonly name?: string | undefined
  /** Bytes; `null`: none, and forms do not tell one. Default 20,000,000. */
  readonly maxSize?: number | null | undefined
  /** Default `true`, as with the categories that ROQ comes with. */
  readonly isPublicByDefault?: boolean | undefined
  /** MIME types by the key of their content group. Default: there are no groups, and any type will do. */
  readonly contentGroups?: Readonly<Record<string, readonly string[]>> | undefined
}

export interface RoqOptions {
  /** Of the API; the storage takes a free one. Default: a free one. */
  readonly port?: number | undefined
  readonly environmentId?: string | undefined
  readonly apiKey?: string | undefined
  readonly categories?: readonly RoqCategory[] | undefined
  /** What a user sees: their own files, or everybody's. Default `own`. */
  readonly fileScope?: 'own' | 'all' | undefined
  /** Rows of a list at most, whatever was asked for. Default 100. */
  readonly queryLimit?: number | undefined
  /** Seconds that a form may be posted. Default 3,600. */
  readonly uploadTtl?: number | undefined
  /** Seconds that the address of a private file works. Default 300. */
  readonly signedUrlTtl?: number | undefined
  /** Seconds that a token works. Default 3,600. */
  readonly tokenTtl?: number | undefined
  /** HTTP status of a call without a valid token. Default 200, as of any other error of GraphQL. */
  readonly unauthenticatedStatus?: 200 | 401 | undefined
  /** Users cannot be resolved: rows come with `createdByUser: null` and an error for each. */
  readonly partialErrors?: boolean | undefined
  /** What the name that was sent becomes. Default: it stays. */
  readonly nameFile?: ((name: string) => string) | undefined
  /** What a newer ROQ may have added to the statuses of a file. */
  readonly laterStatuses?: readonly string[] | undefined
  /** Before each answer of the API. */
  readonly latencyMs?: number | undefined
  /** Whether pages of other origins are let in. Default `true`. */
  readonly cors?: boolean | undefined
}

/** All that a server was not told is as ROQ has it. */
export function withDefaults(options: RoqOptions) {
  return {
    environmentId: options.environmentId ?? '4ab6d3f1-9d5c-4b9e-8f0b-2c6a7f1f0a11',
    apiKey: options.apiKey ?? 'roq-api-key',
    categories: options.categories ?? [{ key: 'USER_FILES', name: 'User files' }],
    fileScope: options.fileScope ?? 'own',
    queryLimit: options.queryLimit ?? 100,
    uploadTtl: options.uploadTtl ?? 3_600,
    signedUrlTtl: options.signedUrlTtl ?? 300,
    tokenTtl: options.tokenTtl ?? 3_600,
    unauthenticatedStatus: options.unauthenticatedStatus ?? 200,
    partialErrors: options.partialErrors ?? false,
    nameFile: options.nameFile ?? ((name: string) => name),
    laterStatuses: options.laterStatuses ?? [],
    latencyMs: options.latencyMs ?? 0,
    cors: options.cors ?? true,
  } as const
}

export type RoqSettings = ReturnType<typeof withDefaults>
