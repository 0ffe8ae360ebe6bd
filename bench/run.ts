/**
 * All benchmarks, one after the other: `pnpm bench`, or some of them: `pnpm bench file-list progress`. Each prints its
 * figures beside its budgets; ends with 1 where one of them is passed.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const benchmarks: Readonly<Record<string, string>> = {
  'file-list': 'file-list/run.ts',
  'small-files': 'small-files/run.ts',
  add: 'add-files/run.ts',
  progress: 'progress-cost.ts',
  list: '../packages/server/bench/list-files.ts',
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}: there are ${Object.keys(benchmarks).join(', ')}.\n`,
  )
  process.exit(2)
}

const over: string[] = []
for (const name of asked.length > 0 ? asked : Object.keys(benchmarks)) {
  process.stdout.write(`\n# ${name}\n`)
  if ((await run(benchmarks[name] ?? '')) !== 0) over.push(name)
}
process.stdout.write(
  over.length > 0 ? `\nOver budget: ${over.join(', ')}\n` : '\nAll within budget\n',
)
process.exit(over.length > 0 ? 1 : 0)

/** Each in a process of its own, run as this one is. */
function run(file: string): Promise<number> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, path], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
