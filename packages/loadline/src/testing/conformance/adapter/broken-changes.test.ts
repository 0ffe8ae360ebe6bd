import { describe, expect, it } from 'vitest'
import { UploadError } from '../../../core/index.js'
import { findFailures, type PlantedBug } from './planted-bug.js'

const bulk = 'tells of each id once, in order, and refuses only what is not there'

const changeBugs: readonly PlantedBug[] = [
  {
    name: 'rename keeps the old name',
    foundBy: ['renames a file to new ünï 🦞.txt'],
    plant: (real) => ({
      renameFile: async (id, name, ctx) => ({ ...(await real.getFile(id, ctx)), name }),
    }),
  },
  {
    name: 'delete reports success without deleting',
    foundBy: ['deletes the files that it says it deleted, and no other'],
    plant: () => ({ deleteFiles: (ids) => Promise.resolve({ done: ids, failed: [] }) }),
  },
  {
    name: 'a bulk answer leaves out what failed',
    foundBy: ['moves files into a folder, and back to the root'],
    plant: (real) => ({
      moveFiles: async (...args) => ({ ...(await real.moveFiles(...args)), failed: [] }),
    }),
  },
  {
    name: 'a file that is ready has a reason not to be',
    foundBy: ['has a reason for an error alone'],
    plant: (real) => ({
      getFile: async (...args) => ({ ...(await real.getFile(...args)), statusReason: 'infected' }),
    }),
  },
  {
    name: 'an error is a plain Error',
    foundBy: ['says not-found of a file that is not there'],
    plant: () => ({ getFile: () => Promise.reject(new Error('404')) }),
  },
  {
    name: 'an abort is not heard',
    foundBy: ['stops a list that nobody waits for any more'],
    plant: (real) => ({
      listFiles: (query) => real.listFiles(query, { signal: new AbortController().signal }),
    }),
  },
  {
    name: 'a missing method is null',
    foundBy: ['renames a file to new ünï 🦞.txt'],
    plant: () => ({ renameFile: null as never }),
  },
  {
    name: 'one refusal fails all deletes',
    foundBy: [`deleteFiles: ${bulk}`],
    plant: (real) => ({
      async deleteFiles(...args) {
        const result = await real.deleteFiles(...args)
        if (result.failed[0] !== undefined) throw result.failed[0].error
        return result
      },
    }),
  },
  {
    name: 'a bulk answer is out of order',
    foundBy: [`moveFiles: ${bulk}`],
    plant: (real) => ({
      async moveFiles(...args) {
        const { done, failed } = await real.moveFiles(...args)
        return { done: done.toReversed(), failed }
      },
    }),
  },
  {
    name: 'deleting what is gone is forbidden',
    foundBy: ['deleteFiles: refuses nobody who asks again'],
    plant: (real) => ({
      async deleteFiles(...args) {
        const { done, failed } = await real.deleteFiles(...args)
        const error = new UploadError('forbidden')
        return { done, failed: failed.map(({ id }) => ({ id, error })) }
      },
    }),
  },
  {
    name: 'a name is cleaned of what could be HTML',
    foundBy: [`renames a file to <b>"it's" & 50%.txt`],
    plant: (real) => ({
      renameFile: (id, name, ctx) => real.renameFile(id, name.replaceAll(/[<>&]/g, ''), ctx),
    }),
  },
  {
    name: 'a blank name is taken for a name',
    foundBy: ['refuses a blank name, and keeps the old one'],
    plant: (real) => ({
      renameFile: (id, name, ctx) => real.renameFile(id, name.trim() || 'unnamed', ctx),
    }),
  },
  {
    name: 'the visibility is answered, and not kept',
    foundBy: ['changes the visibility of a file, whose bytes stay where its url says'],
    plant: (real) => ({
      setVisibility: async (id, visibility, ctx) => ({
        ...(await real.getFile(id, ctx)),
        visibility,
      }),
    }),
  },
  {
    name: 'a move to nowhere is a success',
    foundBy: ['moves no file into a folder that is not there'],
    plant: (real) => ({
      async moveFiles(ids, ...rest) {
        const { done } = await real.moveFiles(ids, ...rest)
        return { done: ids.length === 1 ? ids : done, failed: [] }
      },
    }),
  },
  {
    name: 'only the first association is told of',
    foundBy: ['associates files, and takes it back'],
    plant: (real) => ({
      async createAssociations(...args) {
        const result = await real.createAssociations(...args)
        return { ...result, associations: result.associations.slice(0, 1) }
      },
    }),
  },
  {
    name: 'associations are not deleted',
    foundBy: ['lists a file by what it is associated with, as long as it is'],
    plant: () => ({ deleteAssociations: (ids) => Promise.resolve({ done: ids, failed: [] }) }),
  },
  {
    name: 'a category cannot be taken away',
    foundBy: ['takes the category of files away'],
    plant: (real) => ({
      setCategory: (ids, key, ctx) => real.setCategory(ids, key ?? 'USER_FILES', ctx),
    }),
  },
  {
    name: 'a folder goes with the folders in it',
    foundBy: ['deletes no folder that holds another'],
    plant: (real) => ({
      async deleteFolders(ids, ctx) {
        for (const id of ids) {
          const inner = await real.listFolders(id, ctx).catch(() => [])
          await real.deleteFolders(
            inner.map((one) => one.id),
            ctx,
          )
        }
        return real.deleteFolders(ids, ctx)
      },
    }),
  },
  {
    name: 'a folder without a name is made',
    foundBy: ['refuses a folder without a name, or with one that is taken there'],
    plant: (real) => ({
      createFolder: ({ name, parentId }, ctx) =>
        real.createFolder({ name: name.trim() || 'unnamed', parentId }, ctx),
    }),
  },
]

describe('bugs planted in the changes of an adapter', () => {
  it.each(changeBugs)('finds that $name', async (bug) => {
    expect(await findFailures(bug)).toEqual(expect.arrayContaining([...bug.foundBy]))
  })
})
