/** What a server of some version can do. Of one that is not known, only what all can. */
export interface ServerAbilities {
  /** `name` and `typeGroup` of the list routes. */
  readonly filtersFiles: boolean
  /** `onlyConfirmed` of the list routes. */
  readonly listsConfirmedOnly: boolean
  /** `uploads.delete`; `null`: perhaps. */
  readonly deletesUploads: boolean | null
  /** `method.call`; `null`: perhaps. */
  readonly callsMethods: boolean | null
  /** `fileName` of `rooms.mediaConfirm`. */
  readonly confirmRenames: boolean
}

/** @throws TypeError for what is no version */
export function abilitiesOf(serverVersion: string | undefined): ServerAbilities {
  if (serverVersion === undefined) {
    return {
      filtersFiles: false,
      listsConfirmedOnly: false,
      deletesUploads: null,
      callsMethods: null,
      confirmRenames: false,
    }
  }
  const [, major, minor = '0'] = /^v?(\d+)(?:\.(\d+))?/.exec(serverVersion) ?? []
  if (major === undefined) {
    throw new TypeError(`"${serverVersion}" is no version of Rocket.Chat. Write it like "8.2".`)
  }
  const since = (wantedMajor: number, wantedMinor: number): boolean =>
    Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor)
  return {
    filtersFiles: since(8, 0),
    listsConfirmedOnly: since(8, 2),
    deletesUploads: since(8, 2),
    callsMethods: !since(9, 0),
    confirmRenames: since(8, 8),
  }
}
