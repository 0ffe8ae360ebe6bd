'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { useRowOptions, type GridRowsProps } from '../file-list/grid-rows.js'
import { mostPlainItems, useItemWindow, type ItemWindow } from '../hooks/use-item-window.js'
import { useKeptPlace } from '../list-view/use-kept-place.js'
import { useSlots } from '../slots/slots.js'
import { FileCard } from './file-card.js'
import { useTilesPerLine } from './use-tiles-per-line.js'

interface TileLinesProps extends GridRowsProps {
  readonly perLine: number
  /** Whether that is known: there is layout. */
  readonly isMeasured: boolean
  readonly onPerLine: (perLine: number) => void
}

/** The lines of a grid of tiles. */
export function TileLines(props: TileLinesProps): ReactNode {
  const { space, perLine, onPerLine } = props
  const slot = useSlots()
  const element = useRef<HTMLDivElement>(null)
  useTilesPerLine(element, onPerLine)
  const optionsOf = useRowOptions(props)
  const { items, height, measure } = useLines(props)
  return (
    <div
      ref={element}
      role="rowgroup"
      data-virtual={height === undefined ? undefined : ''}
      style={height === undefined ? undefined : { blockSize: height }}
    >
      {items.map(({ index: line, start }) => (
        <div
          key={line}
          {...slot('line')}
          ref={measure}
          role="row"
          data-line=""
          aria-rowindex={line + 1}
          style={lineStyle(perLine, start)}
        >
          {indexesOf(line, perLine, space.count).map((index) => (
            <FileCard
              key={index < space.nearCount ? space.idAt(index) : index}
              {...optionsOf(index)}
              column={index - line * perLine + 1}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Which lines to render; what is missing of them is asked for. */
function useLines(props: TileLinesProps): ItemWindow {
  const { space, scroller, place, roving, perLine, isMeasured } = props
  const lines = Math.ceil(space.count / perLine)
  const activeLine = Math.floor(roving.activeIndex / perLine)
  const shown = useItemWindow({
    ...{ scroller, keyAt, rowSelector: '[data-line]', count: lines, isUniform: true },
    mostPlain: Math.ceil(mostPlainItems / perLine),
    overscan: 2,
    pinned: activeLine,
  })
  const { items, height } = shown
  const isSettled = isMeasured && (height !== undefined || items.length === lines)
  useKeptPlace({ place, scroller, perLine, height, lines, isSettled })
  const inView = items.filter(({ index }) => index !== activeLine)
  const [first, last] = [inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0]
  useEffect(() => {
    const end = Math.min(space.count, (last + 1) * perLine)
    space.see(first * perLine, end - 1, roving.activeIndex)
  })
  return shown
}

/** All lines are equally high. */
const keyAt = (line: number): number => line

function indexesOf(line: number, perLine: number, count: number): readonly number[] {
  const first = line * perLine
  return Array.from({ length: Math.min(perLine, count - first) }, (_, at) => first + at)
}

function lineStyle(perLine: number, start: number | undefined) {
  return {
    gridTemplateColumns: `repeat(${String(perLine)}, minmax(0, 1fr))`,
    ...(start === undefined ? {} : { transform: `translateY(${String(start)}px)` }),
  }
}
