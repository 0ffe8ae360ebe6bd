const samplesPerSecond = 8_000

/** A quiet tone of so many seconds, as mono WAV (RIFF) with 8 bits a sample. */
export function makeTone(seconds: number): Uint8Array<ArrayBuffer> {
  const count = samplesPerSecond * seconds
  const bytes = new Uint8Array(44 + count)
  const view = new DataView(bytes.buffer)
  const write = (at: number, letters: string): void => bytes.set(Buffer.from(letters, 'ascii'), at)
  write(0, 'RIFF')
  view.setUint32(4, 36 + count, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, samplesPerSecond, true)
  view.setUint32(28, samplesPerSecond, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, count, true)
  for (let at = 0; at < count; at += 1)
    bytes[44 + at] = 128 + Math.round(24 * Math.sin((at * 2 * Math.PI * 440) / samplesPerSecond))
  return bytes
}
