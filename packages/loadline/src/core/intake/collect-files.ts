import type { CollectedFile } from '../contract/index.js'

/**
 * The files of a drop or a paste, folders walked, with their paths. Links and text are left out. An entry that
 * cannot be read does not lose the others.
 */
export async function collectFiles(dataTransfer: DataTransfer): Promise<readonly CollectedFile[]> {
  // All entries are taken at once: the transfer is empty after the first await.
  const items = [...dataTransfer.items].filter(({ kind }) => kind === 'file')
  const sources = items.map((item) => ({
    entry: item.webkitGetAsEntry?.() ?? null,
    file: item.getAsFile(),
  }))
  const found = await Promise.all(
    sources.map(async ({ entry, file }) => {
      if (entry?.isDirectory === true) return walk(entry)
      return file === null ? [] : [{ file, path: null }]
    }),
  )
  return found.flat()
}

async function walk(entry: FileSystemEntry): Promise<readonly CollectedFile[]> {
  try {
    if (entry.isFile) {
      const file = await fileOf(entry as FileSystemFileEntry)
      return [{ file, path: entry.fullPath.replace(/^\//, '') }]
    }
    const children = await childrenOf(entry as FileSystemDirectoryEntry)
    return (await Promise.all(children.map(walk))).flat()
  } catch {
    return []
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** Browsers give a hundred entries at a time. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (batch.length === 0) return children
    children.push(...batch)
  }
}
