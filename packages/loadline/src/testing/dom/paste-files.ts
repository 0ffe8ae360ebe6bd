import { fileTransfer, transferEvent } from './file-transfer.js'

/** Pastes these files into an element. */
export async function pasteFiles(element: Element, files: readonly File[]): Promise<void> {
  element.dispatchEvent(transferEvent('paste', 'clipboardData', fileTransfer(files)))
  await Promise.resolve()
}
