import { foldName } from '../files/fold-name.js'

/** Two folders side by side whose names fall together here would be one on many disks. */
export function foldFolderName(name: string): string {
  // By way of upper case: `ß` and `ss`, `ς` and `σ` fall together too.
  return foldName(name.toUpperCase())
}
