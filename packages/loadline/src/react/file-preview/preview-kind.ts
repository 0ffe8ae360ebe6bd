export type PreviewKind = 'image' | 'video' | 'audio' | 'pdf' | 'text'

interface NamedType {
  readonly name: string
  readonly contentType: string
}

/** What browsers decode as pixels and nothing else. SVG is a program that draws: it is shown as its text. */
const images = 'png jpeg gif webp avif bmp x-icon vnd.microsoft.icon'
const imageTypes = new Set(images.split(' ').map((type) => `image/${type}`))

const textTypes =
  /^(?:text\/|image\/svg|application\/(?:(?:.+\+)?(?:json|xml)$|javascript|ecmascript|x-sh$|(?:x-)?yaml|toml|sql))/u

const kindByExtension: ReadonlyMap<string, PreviewKind> = new Map([
  ...kinds('image', 'png jpg jpeg gif webp avif bmp ico'),
  ...kinds('video', 'mp4 m4v webm mov ogv'),
  ...kinds('audio', 'mp3 wav flac ogg oga m4a aac opus'),
  ...kinds('pdf', 'pdf'),
  ...kinds('text', 'txt md csv tsv log json xml svg html htm css js mjs ts tsx jsx yaml yml toml'),
  ...kinds('text', 'ini conf sh sql py rb go rs java c h cpp cs php kt swift srt vtt ics'),
])

/**
 * What a page can show of a file without running anything of it; `null`: nothing. The type decides, and the name where
 * there is no telling type. Neither is trusted: a picture is only ever an image, and text only ever text.
 */
export function previewKind({ name, contentType }: NamedType): PreviewKind | null {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  if (imageTypes.has(type)) return 'image'
  if (type.startsWith('video/')) return 'video'
  if (type.startsWith('audio/')) return 'audio'
  if (type === 'application/pdf') return 'pdf'
  if (textTypes.test(type)) return 'text'
  const isTelling = type !== '' && !/^(?:application|binary)\/octet-stream$/u.test(type)
  if (isTelling) return null
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase()
  return kindByExtension.get(extension ?? '') ?? null
}

function kinds(kind: PreviewKind, extensions: string): [string, PreviewKind][] {
  return extensions.split(' ').map((extension) => [extension, kind])
}
