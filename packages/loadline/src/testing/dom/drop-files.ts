import { fileTransfer, transferEvent } from './file-transfer.js'

/** Drags these files onto an element, and drops them there. */
export async function dropFiles(element: Element, files: readonly File[]): Promise<void> {
  const transfer = fileTransfer(files)
  for (const type of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(transferEvent(type, 'dataTransfer', transfer))
    await Promise.resolve()
  }
}
