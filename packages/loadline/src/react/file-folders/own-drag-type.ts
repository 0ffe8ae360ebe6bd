/** What rows of a list are dragged as: it tells them from files that come from elsewhere. */
export const ownDragType = 'application/x-loadline-files'
