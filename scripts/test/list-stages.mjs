import path from 'node:path'
import { findTool } from './find-tool.mjs'
import { readPlaywrightReport } from './read-playwright-report.mjs'
import { readVitestReport } from './read-vitest-report.mjs'
import { repositoryRoot } from '../toolchain/repository-root.mjs'

/**
 * @typedef {object} Step
 * @property {string} command
 * @property {readonly string[]} args
 * @property {boolean} [shell]
 * @property {NodeJS.ProcessEnv} [env] added to the common one
 *
 * @typedef {object} Stage
 * @property {string} name what `--only` calls it
 * @property {readonly Step[]} steps run one after the other, until one fails
 * @property {Report} [report] without one the stage is a check: passed once, or failed once
 * @property {readonly ('chromium' | 'firefox')[]} [needs] browsers without which none of it can run
 * @property {readonly ('chromium' | 'firefox')[]} [runsIn] browsers in which each of its tests runs
 * @property {number} [timeoutMinutes]
 *
 * @typedef {object} Report
 * @property {string} file
 * @property {(json: unknown) => import('./tally.mjs').Tally} read
 */

/** @param {string} name */
const reportFile = (name) => path.join(repositoryRoot, '.cache', 'reports', `${name}.json`)

/**
 * What `npm test` does, in this order: what is quick and near the text first.
 * @param {string} node
 * @returns {readonly Stage[]}
 */
export function listStages(node) {
  const tool = toolOf(node)
  /** @type {(name: string) => Step} */
  const script = (name) => ({ command: node, args: [path.join('scripts', name)] })
  return [
    { name: 'format', steps: [tool('oxfmt', ['--check'])] },
    { name: 'lint', steps: [tool('oxlint', ['--type-aware', '--deny-warnings'])] },
    { name: 'types', steps: [tool('typescript', ['-b', 'tsconfig.json', 'scripts'], 'tsc')] },
    { name: 'size', steps: [script('check-size.mjs')] },
    { name: 'layers', steps: [script('check-layers.mjs')] },
    { name: 'file-names', steps: [script('check-file-names.mjs')] },
    { name: 'behaviours', steps: [script('check-behaviours.mjs')] },
    { name: 'lock-file', steps: [script('check-lock-file.mjs')] },
    { name: 'knip', steps: [tool('knip')] },
    { name: 'build', steps: [pnpmBuild, ...packageChecks(tool), script('check-dist.mjs')] },
    vitestStage(node, 'unit', 'unit', { options: ['--maxWorkers=100%'] }),
    // Each browser of the project `browser` is a project of its own, called like it.
    browserStage(node, 'chromium', 'chromium'),
    { ...browserStage(node, 'firefox', 'firefox', testsInFirefox), needs: ['firefox'] },
    browserStage(node, 'stories', 'storybook'),
    browserStage(node, 'stories-pseudo', 'stories-pseudo'),
    e2eStage(node),
    nextStage(node),
    { name: 'consumer', steps: [script('check-consumer.mjs')], needs: ['chromium'] },
  ]
}

/**
 * What `npm run test:deep` does.
 * @param {string} node
 * @param {import('../toolchain/ensure-browsers.mjs').BrowserPaths} browsers
 * @returns {readonly Stage[]}
 */
export function listDeepStages(node, browsers) {
  return [
    {
      name: 'mutants',
      steps: [{ command: node, args: [path.join('scripts', 'test-mutants.mjs')] }],
      timeoutMinutes: 20,
    },
    vitestStage(node, 'rounds', 'unit', { files: testsInRounds, env: { LOADLINE_DEEP: '1' } }),
    { ...browserStage(node, 'firefox-all', 'firefox'), needs: ['firefox'], timeoutMinutes: 40 },
    {
      ...browserStage(node, 'rados', browsers.firefox === undefined ? 'rados-chromium' : 'rados'),
      runsIn: ['chromium', 'firefox'],
    },
    slowE2eStage(node),
    {
      ...playwrightStage(node, 'e2e-deep', String.raw`e2e[/\\]deep[/\\][^/\\]+\.spec\.ts$`),
      timeoutMinutes: 30,
    },
  ]
}

/** Those that stand in `e2e` itself. */
const shortSpecs = String.raw`e2e[/\\][^/\\]+\.spec\.ts$`

/** Where browsers differ: bytes, the network, files that are chosen, dropped and pasted, and what the guides show. */
const testsInFirefox = [
  'e2e/',
  ...['core/', 'testing/', 'react/dropzone/', 'react/field/', 'react/file-url/'],
  ...['react/list-drop/', 'react/recipes/', 'react/thumbnails/', 'react/upload/'],
]

/** Those that look for what happens seldom: more often here than among the unit tests. */
const testsInRounds = [
  'packages/server/src/store/disk/store-security.test.ts',
  'packages/server/src/uploads/races.test.ts',
]

/**
 * @param {string} node
 * @returns {(packageName: string, args?: readonly string[], command?: string) => Step}
 */
function toolOf(node) {
  return (packageName, args = [], command = packageName) => ({
    command: node,
    args: [findTool(packageName, command), ...args],
  })
}

/** @type {(args: readonly string[]) => Step} */
const pnpm = (args) => ({ command: 'pnpm', args, shell: process.platform === 'win32' })

const pnpmBuild = pnpm(['run', 'build'])

/**
 * Tests look into backends by the adapters' source, as everything but a build does.
 * @param {string} node
 * @returns {Stage}
 */
function e2eStage(node) {
  return readingSource(playwrightStage(node, 'e2e', shortSpecs))
}

/**
 * What is tagged `@slow` in Firefox, where most of the time is its answer to each key and click.
 * @param {string} node
 * @returns {Stage}
 */
function slowE2eStage(node) {
  const only = ['--project', 'firefox', '--grep', '@slow']
  const stage = playwrightStage(node, 'e2e-firefox', shortSpecs, only)
  return { ...readingSource(stage, { LOADLINE_DEEP: '1' }), needs: ['firefox'], runsIn: [] }
}

/** @type {(stage: Stage, env?: NodeJS.ProcessEnv) => Stage} */
function readingSource(stage, env = {}) {
  const added = { NODE_OPTIONS: '--conditions=loadline-source', ...env }
  const steps = stage.steps.map((step) => ({ ...step, env: { ...step.env, ...added } }))
  return { ...stage, steps }
}

/**
 * Next.js takes the packages as they are built.
 * @param {string} node
 * @returns {Stage}
 */
function nextStage(node) {
  const stage = playwrightStage(node, 'next', String.raw`e2e[/\\]next[/\\]`)
  const env = { NEXT_TELEMETRY_DISABLED: '1' }
  const build = ['--filter', 'loadline', '--filter', 'next-example', 'run', 'build']
  return { ...stage, steps: [{ ...pnpm(build), env }, ...stage.steps] }
}

/** @param {(packageName: string, args?: readonly string[], command?: string) => Step} tool */
function packageChecks(tool) {
  return ['loadline', 'server'].flatMap((name) => {
    const folder = path.join('packages', name)
    // The style sheet is a door without types.
    const attw = ['--pack', folder, '--profile', 'esm-only', '--exclude-entrypoints', 'styles.css']
    return [
      tool('publint', [folder, '--strict']),
      tool('@arethetypeswrong/cli', [...attw, '--no-emoji'], 'attw'),
    ]
  })
}

/**
 * @param {string} node
 * @param {string} name
 * @param {string} project
 * @param {{ files?: readonly string[], options?: readonly string[], env?: Step['env'] }} [settings] without `files`:
 *   all of the project
 * @returns {Stage}
 */
function vitestStage(node, name, project, { files = [], options = [], env = {} } = {}) {
  const file = reportFile(name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const vitest = toolOf(node)('vitest', [
    'run',
    '--project',
    project,
    ...files,
    ...options,
    ...reporters,
  ])
  return {
    name,
    steps: [{ ...vitest, env }],
    report: { file, read: readVitestReport },
  }
}

/**
 * What fails here is run once more, which tells a fault of each time from one of now and then. Both have failed.
 * @type {(node: string, name: string, project: string, files?: readonly string[]) => Stage}
 */
function browserStage(node, name, project, files = []) {
  const stage = vitestStage(node, name, project, { files, options: ['--retry=1'] })
  return { ...stage, needs: ['chromium'] }
}

/**
 * @param {string} node
 * @param {string} name
 * @param {string} pattern which spec files
 * @param {readonly string[]} [options]
 * @returns {Stage}
 */
function playwrightStage(node, name, pattern, options = []) {
  // What one stage kept of its failures the next would remove.
  const output = path.join('test-results', name)
  const args = [
    'test',
    pattern,
    '--reporter=list,json',
    '--output',
    output,
    '--retries=1',
    ...options,
  ]
  return {
    name,
    steps: [
      {
        command: node,
        args: [findTool('@playwright/test', 'playwright'), ...args],
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile(name) },
      },
    ],
    report: { file: reportFile(name), read: readPlaywrightReport },
    needs: ['chromium'],
    runsIn: ['chromium', 'firefox'],
    timeoutMinutes: 20,
  }
}
