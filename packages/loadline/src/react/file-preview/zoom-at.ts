export interface Point {
  /** Px from the middle. */
  readonly x: number
  readonly y: number
}

export interface Zoom extends Point {
  /** 1: as large as it fits. */
  readonly scale: number
}

export interface Box {
  /** Px. */
  readonly width: number
  readonly height: number
}

export const unzoomed: Zoom = { scale: 1, x: 0, y: 0 }
const mostScale = 8

/** What is at the point stays there. */
export function zoomAt(zoom: Zoom, factor: number, at: Point, box: Box): Zoom {
  const scale = Math.min(mostScale, Math.max(1, zoom.scale * factor))
  const grown = scale / zoom.scale
  const x = at.x - (at.x - zoom.x) * grown
  const y = at.y - (at.y - zoom.y) * grown
  return within({ scale, x, y }, box)
}

export function panBy(zoom: Zoom, by: Point, box: Box): Zoom {
  return within({ scale: zoom.scale, x: zoom.x + by.x, y: zoom.y + by.y }, box)
}

/** Some of it is always in view. */
function within({ scale, x, y }: Zoom, { width, height }: Box): Zoom {
  const clamp = (value: number, size: number): number => {
    const most = (size * (scale - 1)) / 2
    return Math.max(-most, Math.min(most, value)) + 0
  }
  return { scale, x: clamp(x, width), y: clamp(y, height) }
}
