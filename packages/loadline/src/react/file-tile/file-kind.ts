export type FileKind =
  | 'pdf'
  | 'document'
  | 'sheet'
  | 'slides'
  | 'image'
  | 'video'
  | 'audio'
  | 'archive'
  | 'code'
  | 'file'

const kindByExtension: ReadonlyMap<string, FileKind> = new Map([
  ...kinds('pdf', 'pdf'),
  ...kinds('document', 'doc docx odt pages rtf txt md'),
  ...kinds('sheet', 'xls xlsx ods numbers csv tsv'),
  ...kinds('slides', 'ppt pptx odp key'),
  ...kinds('image', 'png jpg jpeg gif webp avif heic heif svg tif tiff bmp ico'),
  ...kinds('video', 'mp4 mov webm mkv avi m4v'),
  ...kinds('audio', 'mp3 wav flac ogg m4a aac opus'),
  ...kinds('archive', 'zip gz tgz tar 7z rar bz2 xz zst'),
  ...kinds('code', 'js ts tsx jsx json html css xml yaml yml py rb go rs java c cpp h sh sql'),
])

/** What a file is to people: its name says it better than its content type, which browsers often lack. */
export function fileKind(name: string, contentType: string): FileKind {
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase()
  return kindByExtension.get(extension ?? '') ?? kindOfContentType(contentType)
}

function kindOfContentType(contentType: string): FileKind {
  const [group, rest = ''] = contentType.split('/')
  if (group === 'image' || group === 'video' || group === 'audio') return group
  if (rest === 'pdf') return 'pdf'
  if (/spreadsheet|excel|csv/u.test(rest)) return 'sheet'
  if (/presentation|powerpoint/u.test(rest)) return 'slides'
  if (/zip|compressed|tar/u.test(rest)) return 'archive'
  if (/json|javascript|xml|html|css/u.test(rest)) return 'code'
  if (group === 'text' || /word|document/u.test(rest)) return 'document'
  return 'file'
}

function kinds(kind: FileKind, extensions: string): [string, FileKind][] {
  return extensions.split(' ').map((extension) => [extension, kind])
}
