import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import type { Contender, PlainFile } from '../contender.js'

/** The floor: the least that one would write by hand, with no behaviour at all. */
function VirtualTable({ files }: { readonly files: readonly PlainFile[] }) {
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- Nothing here is memoized by a compiler.
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => 44,
    overscan: 5,
  })
  return (
    <div ref={box} style={{ height: 600, overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            role="row"
            style={{
              position: 'absolute',
              insetBlockStart: 0,
              inlineSize: '100%',
              blockSize: 44,
              display: 'flex',
              gap: 16,
              transform: `translateY(${start}px)`,
            }}
          >
            <input type="checkbox" />
            <span style={{ flex: 1 }}>{files[index]?.name}</span>
            <span>{files[index]?.size}</span>
            <span>{files[index]?.date.toISOString()}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

export const contender: Contender = {
  prepare: (files) => (element) => createRoot(element).render(<VirtualTable files={files} />),
}
