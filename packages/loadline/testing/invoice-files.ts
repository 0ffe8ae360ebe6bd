/** One file at the root, two in the folder `invoices`, one in its folder `year`: the newest first. */
export const invoiceFiles = [
  { id: 'root', name: 'Plan.pdf', folderId: null },
  { id: 'one', name: 'Invoice one.pdf', folderId: 'invoices' },
  { id: 'two', name: 'Invoice two.pdf', folderId: 'invoices' },
  { id: 'deep', name: 'Invoice deep.pdf', folderId: 'year' },
].map((file, index) => ({
  ...file,
  size: 1000,
  url: `https://files.example/${file.id}`,
  createdAt: `2026-01-0${String(9 - index)}T00:00:00Z`,
}))
