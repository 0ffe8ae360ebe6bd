/** Nothing happens where the dialog is open already, or no longer in the page: the platform would throw. */
export function openModal(dialog: HTMLDialogElement | null): void {
  if (dialog?.isConnected === true && !dialog.open) dialog.showModal()
}
