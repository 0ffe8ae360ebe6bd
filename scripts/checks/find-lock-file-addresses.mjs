/**
 * A lock file that names a registry's address would send everyone to the registry of whoever wrote it.
 * @param {string} lockFile
 * @returns {string[]} the offending lines with their numbers
 */
export function findLockFileAddresses(lockFile) {
  return lockFile
    .split('\n')
    .map((line, index) => `${index + 1}: ${line.trim()}`)
    .filter((line) => /\btarball:|\bregistry\b.*:\/\/|https?:\/\//.test(line))
}
