/**
 * What a build must keep of `'use client'`: on every module whose source has it, on no door that servers
 * may open, and no such door may lead to React.
 *
 * @typedef {object} Built
 * @property {ReadonlyMap<string, string>} sources text by path, like `react/file-list.tsx`
 * @property {ReadonlyMap<string, string>} modules built text by path, like `react/file-list.js`
 * @property {(file: string, text: string) => readonly { specifier: string, kind: string }[]} readImports
 */

const directive = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*['"]use client['"]/
const serverDoors = new Set(['core', 'query', 'adapters', 'protocol', 'testing', 'locales'])

/**
 * @param {Built} built
 * @returns {string[]}
 */
export function findClientBreaks(built) {
  const { sources, modules } = built
  const lost = [...sources]
    .filter(([, text]) => directive.test(text))
    .map(([file]) => file.replace(/\.tsx?$/, '.js'))
    .filter((file) => !directive.test(modules.get(file) ?? ''))
    .map((file) => `${file}: its source says 'use client', and the build lost it`)
  const starts = [...modules.keys()].filter((file) => serverDoors.has(file.split('/')[0] ?? ''))
  const reached = [...reach(built, starts)].flatMap((file) => explainServerModule(built, file))
  return [...lost, ...reached]
}

/**
 * @param {Built} built
 * @param {readonly string[]} starts
 */
function reach(built, starts) {
  const seen = new Set(starts)
  for (const file of seen) {
    for (const { specifier } of importsOf(built, file)) {
      if (specifier.startsWith('.'))
        seen.add(new URL(specifier, `file:///${file}`).pathname.slice(1))
    }
  }
  return seen
}

/**
 * @param {Built} built
 * @param {string} file
 */
function explainServerModule(built, file) {
  const isClient = directive.test(built.modules.get(file) ?? '')
  const reactImports = importsOf(built, file).filter(({ specifier }) =>
    /^react(-dom)?(\/|$)/.test(specifier),
  )
  return [
    ...(isClient ? [`${file}: 'use client' behind a door that servers open`] : []),
    ...reactImports.map(({ specifier }) => `${file}: '${specifier}' behind a door without React`),
  ]
}

/**
 * @param {Built} built
 * @param {string} file
 */
function importsOf({ modules, readImports }, file) {
  const text = modules.get(file)
  return text === undefined ? [] : readImports(file, text)
}
