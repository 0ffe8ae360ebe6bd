/** One page with a heading and lines of plain letters (ISO 32000-1, the least that readers take). */
export function writePdf(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const shown = lines.map((line, index) => `(${escape(line)}) Tj 0 ${index === 0 ? -34 : -20} Td`)
  const content = `BT /F1 22 Tf 72 760 Td ${shown.join(' /F1 13 Tf ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(body + head + tail, 'latin1'))
}

function escape(line: string): string {
  return line.replaceAll(/[\\()]/gu, '\\$&')
}
