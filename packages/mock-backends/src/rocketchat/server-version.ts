/** What of the API differs between versions. */
export interface VersionTraits {
  /** `name` and `typeGroup` choose files; older servers do not look at them. */
  readonly filtersFiles: boolean
  readonly hasOnlyConfirmed: boolean
  /** Queries are held against a schema; older servers pass over what they do not know. */
  readonly checksQueries: boolean
  readonly hasRoomsUpload: boolean
  readonly hasUploadsDelete: boolean
  readonly hasMethodCall: boolean
  /** `uploads.delete`'s younger sibling: a file's id instead of its message's. */
  readonly chatDeleteTakesFiles: boolean
  readonly confirmRenames: boolean
  readonly settingsById: boolean
  /** A method that fails answers 200 all the same. */
  readonly hidesMethodFailures: boolean
  /** 401 says `status` and `message` too, and 403 says "unauthorized". */
  readonly hasOldRefusals: boolean
}

export function traitsOf(version: string): VersionTraits {
  const since = (major: number, minor = 0): boolean => {
    const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number)
    return ownMajor > major || (ownMajor === major && ownMinor >= minor)
  }
  return {
    filtersFiles: since(8),
    hasOnlyConfirmed: since(8, 2),
    checksQueries: since(8),
    hasRoomsUpload: !since(8),
    hasUploadsDelete: since(8, 2),
    hasMethodCall: !since(9),
    chatDeleteTakesFiles: since(8, 8),
    confirmRenames: since(8, 8),
    settingsById: since(8),
    hidesMethodFailures: !since(8),
    hasOldRefusals: !since(9),
  }
}
