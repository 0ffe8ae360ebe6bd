const maxBytes = 200

/** Directions, marks and controls: `evil‮fdp.exe` would be shown as `evilexe.pdf`. */
const hidden = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A name to save under: no hidden direction marks, no path, and short enough for a file system. */
export function downloadName(name: string): string {
  const visible = name.replace(hidden, '').replace(/[/\\]/g, '_').trim()
  const dot = visible.lastIndexOf('.')
  const extension = dot > 0 && visible.length - dot <= 16 ? visible.slice(dot) : ''
  const base = extension === '' ? visible : visible.slice(0, dot)
  const kept = cut(base, maxBytes - Buffer.byteLength(extension)) + extension
  return /^\.*$/.test(kept) ? 'download' : kept
}

function cut(text: string, limit: number): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > limit) break
    kept += character
  }
  return kept
}
