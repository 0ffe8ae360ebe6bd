/** `pnpm test:mutants`: plants one bug after the other in copies of the engine, and tells which test finds it. */
import { mutants } from './mutants/list-mutants.mjs'
import { checkMutants } from './mutants/check-mutants.mjs'
import { createCopy } from './mutants/create-copy.mjs'
import { runInParallel } from './mutants/run-in-parallel.mjs'
import { findBug } from './mutants/find-bug.mjs'
import { runSuites } from './mutants/run-suites.mjs'
import { runMain } from './toolchain/run-main.mjs'
import { SetupError } from './toolchain/setup-error.mjs'

/** Each copy runs one file of tests at a time. */
const copies = 2

await runMain(async () => {
  const startedAt = Date.now()
  const wanted = process.argv.slice(2)
  const chosen = mutants.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  )
  checkMutants(mutants)
  const folders = await Promise.all(Array.from({ length: copies }, createCopy))
  try {
    await assertGreen(folders[0]?.path ?? '')
    let survived = 0
    await runInParallel(folders, chosen, async (folder, mutant) => {
      const found = await findBug(folder.path, mutant)
      if (found === null) survived += 1
      console.log(`${found === null ? '✗' : '✓'} ${mutant.name} → ${found ?? 'SURVIVED'}`)
    })
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
    console.log(`\n${chosen.length - survived} found, ${survived} survived (${seconds} s)`)
    return survived === 0 ? 0 : 1
  } finally {
    for (const folder of folders) folder.remove()
  }
})

/**
 * A test that fails anyway would find every bug.
 * @param {string} folder
 */
async function assertGreen(folder) {
  const failure = await runSuites(folder, [])
  if (failure !== null) throw new SetupError(`Without any bug planted, this fails: ${failure}`)
}
