/**
 * Which part of the code may know which: the walls of the house, as data.
 *
 * @typedef {object} Layer
 * @property {string} name
 * @property {RegExp} files paths from the root
 * @property {string} [door] the one file through which other layers come in; without one, any file
 * @property {readonly Access[]} layers others of ours that it may import
 * @property {readonly string[] | 'any'} packages `x` is that specifier alone, `x/*` all below it too
 * @property {readonly string[]} [typePackages] types of these, and nothing that runs
 * @property {readonly string[]} [lazyPackages] these by `import()` only
 * @property {Readonly<Record<string, RegExp>>} [packagesIn] packages for some of its files only
 * @property {string} never for the reader of the table
 *
 * @typedef {object} Access
 * @property {string} to
 * @property {boolean} [typesOnly]
 */

const source = 'packages/loadline/src'

/** @type {(name: string, access?: { typesOnly: true }) => Access} */
const layer = (to, access) => ({ to, ...access })

/** The first that fits a file is its layer. @type {readonly Layer[]} */
export const layerTable = [
  {
    name: 'core/contract',
    files: /^packages\/loadline\/src\/core\/contract\//,
    layers: [],
    packages: [],
    typePackages: ['zustand/vanilla'],
    never: 'the rest of core',
  },
  {
    name: 'core',
    files: /^packages\/loadline\/src\/core\//,
    door: `${source}/core/index.ts`,
    layers: [layer('core/contract')],
    packages: ['zustand/vanilla'],
    lazyPackages: ['hash-wasm', 'idb', 'file-type'],
    never: 'react, adapters, protocol, axios, its own door, a cycle of folders',
  },
  {
    name: 'protocol',
    files: /^packages\/loadline\/src\/protocol\//,
    door: `${source}/protocol/index.ts`,
    layers: [layer('core/contract', { typesOnly: true })],
    packages: [],
    never: 'what runs of core',
  },
  {
    name: 'adapters',
    files: /^packages\/loadline\/src\/adapters\//,
    layers: [layer('core'), layer('protocol')],
    packages: ['axios'],
    never: 'react, other adapters; adapters/http is for all of them',
  },
  {
    name: 'query',
    files: /^packages\/loadline\/src\/query\//,
    door: `${source}/query/index.ts`,
    layers: [layer('core')],
    packages: [],
    typePackages: ['@tanstack/react-query'],
    never: "react, modules with 'use client'",
  },
  {
    name: 'react',
    files: /^packages\/loadline\/src\/react\//,
    layers: [layer('core'), layer('query')],
    packages: ['react', 'react-dom', 'zustand/*', '@tanstack/react-query', 'react-dropzone'],
    lazyPackages: ['@tanstack/react-virtual'],
    packagesIn: { 'lucide-react': /\/icons\.tsx?$/ },
    never: 'adapters, protocol, testing, axios; lucide-react but in icons.tsx',
  },
  {
    name: 'locales',
    files: /^packages\/loadline\/src\/locales\//,
    layers: [layer('react')],
    packages: [],
    never: 'packages, react itself among them',
  },
  {
    name: 'testing',
    files: /^packages\/loadline\/src\/testing\//,
    door: `${source}/testing/index.ts`,
    layers: [layer('core'), layer('protocol')],
    packages: [],
    packagesIn: { vitest: /\/testing\/vitest(\.ts$|\/)/ },
    never: 'react; vitest but in testing/vitest',
  },
  {
    name: 'loadline',
    files: /^packages\/loadline\/src\/index\.ts$/,
    door: `${source}/index.ts`,
    layers: [layer('core'), layer('query'), layer('react')],
    packages: [],
    never: 'adapters, protocol, testing',
  },
  {
    name: 'loadline-server',
    files: /^packages\/server\/src\//,
    door: 'packages/server/src/index.ts',
    layers: [layer('protocol')],
    packages: 'any',
    never: 'the rest of loadline, react, axios',
  },
  {
    name: 'loadline-mock-backends',
    files: /^packages\/mock-backends\/src\//,
    door: 'packages/mock-backends/src/index.ts',
    layers: [],
    packages: 'any',
    never: 'loadline: they speak as the vendors say, not as our adapters happen to ask',
  },
  {
    name: 'apps, stories, e2e',
    files: /^(apps|bench|e2e|\.storybook)\//,
    layers: [],
    packages: 'any',
    never: 'a path into a package: public doors only',
  },
]

/** What tests may import over and above the layer in which they stand. */
export const testAccess = /** @type {const} */ ({
  layers: ['testing', 'locales', 'loadline'],
  packages: 'any',
})

/** Public names and the layer behind each; a name of ours that is not here does not exist. */
export const publicDoors = /** @type {Readonly<Record<string, string>>} */ ({
  loadline: 'loadline',
  'loadline/core': 'core',
  'loadline/query': 'query',
  'loadline/protocol': 'protocol',
  'loadline/testing': 'testing',
  'loadline/testing/vitest': 'testing',
  'loadline/adapters/astracollab': 'adapters',
  'loadline/adapters/presigned': 'adapters',
  'loadline/adapters/rest': 'adapters',
  'loadline/adapters/roq': 'adapters',
  'loadline/adapters/roq/server': 'adapters',
  'loadline/adapters/rocketchat': 'adapters',
  'loadline/locales/ar': 'locales',
  'loadline/locales/de': 'locales',
  'loadline/locales/en': 'locales',
  'loadline/locales/ja': 'locales',
  'loadline/locales/pseudo': 'locales',
  'loadline/styles.css': 'react',
  'loadline-mock-backends': 'loadline-mock-backends',
  'loadline-server': 'loadline-server',
  'loadline-server/node': 'loadline-server',
})

/** Refused even where a layer may use any package. @type {Readonly<Record<string, readonly string[]>>} */
export const refusedPackages = {
  'loadline-server': ['react', 'react-dom', 'axios'],
  'loadline-mock-backends': ['loadline', 'react', 'react-dom', 'axios'],
  'apps, stories, e2e': [],
}
