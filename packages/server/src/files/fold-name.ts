/** Upper and lower case, and the two ways to write an umlaut, fall together: for search and sort. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}
