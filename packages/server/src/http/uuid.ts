const pattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Of another shape an id of ours cannot be; PostgreSQL refuses to look for one. */
export const isUuid = (text: string) => pattern.test(text)

export const uuidsOf = (texts: readonly string[]) =>
  texts.filter(isUuid).map((text) => text.toLowerCase())
