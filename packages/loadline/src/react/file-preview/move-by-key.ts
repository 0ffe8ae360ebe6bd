import type { KeyboardEvent } from 'react'
import type { PreviewPlace } from './use-preview-place.js'
import type { ZoomControl } from './use-zoom.js'

const zoomStep = 1.5
const panStep = 60

/** Arrows go to the files beside it, or over a picture that is zoomed into; + and - zoom, 0 shows all of it. */
export function moveByKey(
  event: KeyboardEvent<HTMLElement>,
  place: PreviewPlace,
  control: ZoomControl | null,
): void {
  const { key, altKey, ctrlKey, metaKey, currentTarget, target } = event
  // Films, sounds and menus have keys of their own.
  const isTheirs = (target as Element).closest('video, audio, [role="menu"]') !== null
  if (isTheirs || altKey || ctrlKey || metaKey) return
  const act = actionOf(key, place, control, getComputedStyle(currentTarget).direction === 'rtl')
  if (act === undefined) return
  event.preventDefault()
  act()
}

function actionOf(
  key: string,
  { toNext, toPrevious }: PreviewPlace,
  control: ZoomControl | null,
  isRightToLeft: boolean,
): (() => void) | undefined {
  const [before, after] = isRightToLeft ? [toNext, toPrevious] : [toPrevious, toNext]
  if (control !== null) {
    const pan = (x: number, y: number) => () => control.panBy({ x: x * panStep, y: y * panStep })
    const zoomKeys: Readonly<Record<string, () => void>> = {
      '+': () => control.zoomBy(zoomStep),
      '=': () => control.zoomBy(zoomStep),
      '-': () => control.zoomBy(1 / zoomStep),
      '0': control.reset,
    }
    const panKeys: Readonly<Record<string, () => void>> = {
      ArrowLeft: pan(1, 0),
      ArrowRight: pan(-1, 0),
      ArrowUp: pan(0, 1),
      ArrowDown: pan(0, -1),
    }
    const own = zoomKeys[key] ?? (control.zoom.scale > 1 ? panKeys[key] : undefined)
    if (own !== undefined) return own
  }
  if (key === 'ArrowLeft') return before ?? undefined
  return key === 'ArrowRight' ? (after ?? undefined) : undefined
}
