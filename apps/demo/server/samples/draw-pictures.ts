import sharp from 'sharp'

const [width, height] = [1200, 800]

/** A wall of so many piles, as an engineer would draw it. */
export function drawElevation(piles: number): Promise<Uint8Array<ArrayBuffer>> {
  const step = 1040 / piles
  const pile = (index: number) => {
    const x = 80 + index * step
    return `<rect x="${x}" y="300" width="${step * 0.42}" height="330" fill="#eef3fb" stroke="#3b5b92" stroke-width="3"/>
      <path d="M${x} 630l${step * 0.21} 46 ${step * 0.21}-46" fill="none" stroke="#3b5b92" stroke-width="3"/>`
  }
  return png(`<rect width="${width}" height="${height}" fill="#fff"/>
    <path d="M0 520h${width}" stroke="#9fb6da" stroke-width="2" stroke-dasharray="14 10"/>
    <rect x="60" y="240" width="1080" height="60" fill="#dbe6f6" stroke="#3b5b92" stroke-width="4"/>
    ${Array.from({ length: piles }, (_, index) => pile(index)).join('')}
    <path d="M60 190h1080M60 176v28M1140 176v28" stroke="#8a94a6" stroke-width="2"/>
    <rect x="900" y="710" width="240" height="60" fill="none" stroke="#8a94a6" stroke-width="2"/>`)
}

/** Berths from above. */
export function drawPlan(): Promise<Uint8Array<ArrayBuffer>> {
  const berth = (index: number) =>
    `<path d="M${160 + index * 240} 560v-180a60 60 0 0 1 120 0v180z" fill="#eef3fb" stroke="#3b5b92" stroke-width="4"/>
     <circle cx="${220 + index * 240}" cy="620" r="10" fill="#3b5b92"/>`
  return png(`<rect width="${width}" height="${height}" fill="#fff"/>
    <rect x="60" y="600" width="1080" height="120" fill="#f3efe6" stroke="#8a7f68" stroke-width="3"/>
    ${[0, 1, 2, 3].map((index) => berth(index)).join('')}
    <path d="M60 300h1080" stroke="#9fb6da" stroke-width="2" stroke-dasharray="6 12"/>`)
}

/** Water, a mole and a crane in the light of an hour. `hue`: degrees. */
export function drawHarbour(hue: number): Promise<Uint8Array<ArrayBuffer>> {
  const picture = `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="hsl(${hue} 45% 62%)"/><stop offset="1" stop-color="hsl(${hue + 25} 60% 86%)"/>
    </linearGradient></defs>
    <rect width="${width}" height="520" fill="url(#sky)"/>
    <circle cx="860" cy="330" r="70" fill="hsl(${hue + 30} 85% 92%)"/>
    <rect y="520" width="${width}" height="280" fill="hsl(200 38% 34%)"/>
    <path d="M0 560h1200M0 620h1200M0 690h1200" stroke="hsl(200 36% 42%)" stroke-width="6" stroke-dasharray="120 60"/>
    <path d="M0 500h520v40H0z" fill="hsl(30 12% 34%)"/>
    <path d="M300 500V210h26v290zM326 230h330v18H326zM640 248v90" fill="hsl(28 62% 46%)" stroke="hsl(28 62% 40%)" stroke-width="6"/>`
  return render(picture, 'jpeg')
}

function png(shapes: string): Promise<Uint8Array<ArrayBuffer>> {
  return render(shapes, 'png')
}

async function render(shapes: string, format: 'png' | 'jpeg'): Promise<Uint8Array<ArrayBuffer>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).toFormat(format).toBuffer())
}
