import fc from 'fast-check'
import { expect, it } from 'vitest'
import { panBy, unzoomed, zoomAt, type Zoom } from './zoom-at.js'

const box = { width: 800, height: 600 }
const points = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -300, max: 300 }),
})
const zooms = fc
  .tuple(fc.double({ min: 1, max: 8, noNaN: true }), points)
  .map(([scale, at]) => zoomAt(unzoomed, scale, at, box))

it('keeps in its place what it zooms at', () => {
  fc.assert(
    fc.property(zooms, points, (zoom, at) => {
      const next = zoomAt(zoom, 1.5, at, box)
      // Px of the picture itself.
      const before = (at.x - zoom.x) / zoom.scale
      const after = (at.x - next.x) / next.scale
      expect(after).toBeCloseTo(before, 6)
    }),
  )
})

it('is never smaller than it fits, nor pushed out of view', () => {
  const steps = fc.array(
    fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), at: points }),
  )
  fc.assert(
    fc.property(steps, (all) => {
      let zoom: Zoom = unzoomed
      for (const { factor, at } of all) {
        zoom = panBy(zoomAt(zoom, factor, at, box), { x: at.x * 9, y: at.y * 9 }, box)
        expect(zoom.scale).toBeGreaterThanOrEqual(1)
        expect(zoom.scale).toBeLessThanOrEqual(8)
        expect(Math.abs(zoom.x)).toBeLessThanOrEqual((800 * (zoom.scale - 1)) / 2)
      }
    }),
  )
})

it('is back in the middle once it fits', () => {
  const zoom = zoomAt(unzoomed, 4, { x: 200, y: 100 }, box)
  expect(zoomAt(zoom, 0.01, { x: 0, y: 0 }, box)).toEqual(unzoomed)
})
