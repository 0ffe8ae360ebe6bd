/** Of these a browser makes nothing that runs, also where the address is opened as a page. */
const harmless = /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp)|video\/|audio\/|application\/pdf$)/u

/** An address belongs to the page's own origin: HTML or SVG behind it could do there what the page can. */
export function withHarmlessType(blob: Blob): Blob {
  return harmless.test(blob.type) ? blob : blob.slice(0, blob.size, 'application/octet-stream')
}
