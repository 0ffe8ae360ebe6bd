/** Real files of the kinds that browsers show, small ones, made where they are needed. */

/** Half a second of a square that moves: VP8, 64 by 36. */
const webm =
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAJ/EU2bdLlNu4tTq4QVSalmU6yBbk27i1Or' +
  'hBZUrmtTrIGTTbuLU6uEH0O2dVOsgdRNu4xTq4QcU7trU6yCAm3srgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYRD38QZTYCGQ2hyb21lV0GGQ2hyb21lFlSua7yuuteBAXPFhxjCaHFTv5qD' +
  'gQFV7oEBhoVWX1ZQOOCdsIFAuoEkU8CBAVWwkFWxgQFVuYECVbqBDVW7gQEfQ7Z1AQAAAAAAAY3ngQCgQJKh44EAAADQAwCd' +
  'ASpAACQABwcIhYWImYSIJYIACI1buCd1PowZEixyAwGiqlZQ/tiM5N3gkuc87Ike7ETD5cMWRcp9cU5XYZxBrBiXZDJxpBk9' +
  'OzIkJA/BjOIQfhuHYgL9uZBaIHWhqqao7oEBpaOwAgCdASpAACQACocIhYWImYSIOAIABo5PzMeb8VgA/uuuAKBAqqFAiIEB' +
  'JwCRAwAcETwAGswX9AWWAegJqkBbTu60EayyhMz8HUqA/uwmUJuw6+SaZ/f/f3n+ZpxKlcXMlBC38/aKis1q8q0fz3uxn+zM' +
  'bfhn2erMVBNs5mETji1Q++wZDwf1T6ec/4MikyBPs9WXtfaC7wk4KK7fvZ5+JNgzsMcJRYQbtbRUT/g+8gB1oZmml+6BAaWS' +
  '0QEAKhHAABgAGFgv9AAIjAAA+4EAoMahpIEBvwBxAgAcEVwAGAAcQAf0ABu2ZzWahJ2g/us27ZO9KvosAHWhmaaX7oEBpZLR' +
  'AQAqEcAAGAAYWC/0AAiMAAD7ggEnHFO7a427i7OBALeG94EB8YHU'

export function sampleVideo(): Blob {
  const bytes = Uint8Array.from(atob(webm), (sign) => sign.charCodeAt(0))
  return new Blob([bytes], { type: 'video/webm' })
}

export async function samplePicture(width = 640, height = 400): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas here.')
  const sky = context.createLinearGradient(0, 0, 0, height)
  sky.addColorStop(0, '#4a5a86')
  sky.addColorStop(1, '#e9a178')
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#f6d5a0'
  context.beginPath()
  context.arc(width * 0.65, height * 0.62, height * 0.14, 0, 2 * Math.PI)
  context.fill()
  context.fillStyle = '#26314f'
  context.fillRect(0, height * 0.74, width, height * 0.26)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A PNG of 1 bit a pixel: few bytes, however large. @param side px, in thousands */
export async function hugePicture(thousands: number): Promise<Blob> {
  const side = thousands * 1000
  const lines = new Uint8Array(1000 * (1 + Math.ceil(side / 8)))
  const packer = new CompressionStream('deflate')
  const packed = new Response(packer.readable).arrayBuffer()
  const writer = packer.writable.getWriter()
  for (let y = 0; y < side; y += 1000) await writer.write(lines)
  await writer.close()
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, side)
  header.setUint32(4, side)
  header.setUint8(8, 1)
  const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)
  const parts = [
    pngChunk('IHDR', new Uint8Array(header.buffer)),
    pngChunk('IDAT', new Uint8Array(await packed)),
    pngChunk('IEND', new Uint8Array()),
  ]
  return new Blob([signature, ...parts], { type: 'image/png' })
}

function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(new TextEncoder().encode(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)))
  return chunk
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A quarter of a second of a tone. */
export function sampleSound(): Blob {
  const rate = 8000
  const samples = rate / 4
  const view = new DataView(new ArrayBuffer(44 + samples))
  const write = (at: number, text: string) => {
    for (const [index, sign] of Array.from(text).entries()) {
      view.setUint8(at + index, sign.charCodeAt(0))
    }
  }
  write(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, samples, true)
  for (let i = 0; i < samples; i += 1) view.setUint8(44 + i, 128 + 60 * Math.sin(i / 3))
  return new Blob([view.buffer], { type: 'audio/wav' })
}

export function samplePdf(): Blob {
  const page = 'BT /F1 24 Tf 40 90 Td (Mooring plan) Tj ET'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${String(page.length)}>>stream\n${page}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = objects
    .map((object, index) => `${String(index + 1)} 0 obj${object}endobj\n`)
    .join('')
  return new Blob([`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`], { type: 'application/pdf' })
}

/** Each would set the global where it ran. */
export const hostileTexts = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="globalThis.ranHostile = true"><script>globalThis.ranHostile = true; parent.ranHostile = true</script></svg>',
  html: '<!doctype html><img src="x:" onerror="globalThis.ranHostile = true"><script>globalThis.ranHostile = true; parent.ranHostile = true</script>',
} as const
