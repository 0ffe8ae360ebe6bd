/** A `DataTransfer` with these files; where there is none (jsdom), an object that looks like one. */
export function fileTransfer(files: readonly File[]): DataTransfer {
  if (typeof DataTransfer === 'function') {
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    return transfer
  }
  const items = files.map((file) => ({
    kind: 'file',
    type: file.type,
    getAsFile: () => file,
    webkitGetAsEntry: () => null,
  }))
  return { files, items, types: ['Files'], dropEffect: 'copy', effectAllowed: 'all' } as never
}

/** An event as a browser would send it, carrying the files under this key. */
export function transferEvent(
  type: string,
  key: 'dataTransfer' | 'clipboardData',
  transfer: DataTransfer,
): Event {
  const event = new Event(type, { bubbles: true, cancelable: true, composed: true })
  Object.defineProperty(event, key, { value: transfer })
  return event
}
