import { describe, expect, it } from 'vitest'
import { collectFiles } from './collect-files.js'

interface FakeEntry {
  readonly isFile: boolean
  readonly isDirectory: boolean
  readonly fullPath: string
}

const fileEntry = (fullPath: string, isReadable = true) => ({
  isFile: true,
  isDirectory: false,
  fullPath,
  file(resolve: (file: File) => void, reject: (error: Error) => void) {
    if (isReadable) resolve(new File(['x'], fullPath.split('/').at(-1) ?? ''))
    else reject(new DOMException('gone', 'NotFoundError'))
  },
})

/** As browsers do, it gives a hundred entries at a time. */
const folderEntry = (fullPath: string, children: readonly FakeEntry[], isReadable = true) => ({
  isFile: false,
  isDirectory: true,
  fullPath,
  createReader() {
    const left = [...children]
    return {
      readEntries(resolve: (entries: readonly FakeEntry[]) => void, reject: (e: Error) => void) {
        if (isReadable) resolve(left.splice(0, 100))
        else reject(new DOMException('no', 'NotReadableError'))
      },
    }
  },
})

/** What a browser's own transfer cannot be given: folders. */
const dropOf = (...entries: readonly FakeEntry[]): DataTransfer =>
  ({
    items: [
      ...entries.map((entry) => ({
        kind: 'file',
        webkitGetAsEntry: () => entry,
        getAsFile: () => (entry.isFile ? new File(['x'], entry.fullPath.slice(1)) : null),
      })),
      { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null },
    ],
  }) as unknown as DataTransfer

const pathsOf = async (drop: DataTransfer) => (await collectFiles(drop)).map(({ path }) => path)

describe('a dropped folder', () => {
  it('of more than a hundred entries is read to its end, with paths', async () => {
    const names = Array.from({ length: 250 }, (_, i) => `/album/${i}.png`)
    const paths = await pathsOf(
      dropOf(
        folderEntry(
          '/album',
          names.map((one) => fileEntry(one)),
        ),
      ),
    )
    expect(paths).toEqual(names.map((name) => name.slice(1)))
  })

  it('loses no other file over one that cannot be read, or a folder', async () => {
    const locked = folderEntry('/a/locked', [fileEntry('/a/locked/x')], false)
    const children = [fileEntry('/a/1'), fileEntry('/a/2', false), locked, fileEntry('/a/3')]
    expect(await pathsOf(dropOf(folderEntry('/a', children)))).toEqual(['a/1', 'a/3'])
  })

  it('stands beside single files, and text is left out', async () => {
    const inner = folderEntry('/a/b', [fileEntry('/a/b/c')])
    const drop = dropOf(fileEntry('/single.txt'), folderEntry('/a', [inner]))
    expect(await pathsOf(drop)).toEqual([null, 'a/b/c'])
  })
})
