/**
 * Before a row goes, or the list that a button stands in: focus would fall to the top of the page. It goes to the
 * next row, or to the first button of the component.
 */
export function focusNeighbour(button: HTMLElement): void {
  const row = button.closest('li')
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  const buttons = neighbour?.querySelectorAll('button')
  const target =
    buttons?.item(buttons.length - 1) ??
    button.closest('[data-loadline-root]')?.querySelector('button')
  target?.focus()
}
