import type { StoredFile } from '../../core/index.js'

/** Of what a list brought and what was asked for since, the one whose address is good for longer. */
export function newerAddress(listed: StoredFile, renewed: StoredFile | undefined): StoredFile {
  const isNewer =
    renewed !== undefined && (renewed.urlExpiresAt ?? '') >= (listed.urlExpiresAt ?? '')
  return isNewer ? renewed : listed
}
