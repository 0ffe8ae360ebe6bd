/**
 * A preload (`node --import`) with which Node runs the workspace's TypeScript as it stands. Node strips
 * the types itself; what it lacks is TypeScript's habit of naming `./x.js` where `./x.ts` is meant.
 */
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  resolve(specifier, context, nextResolve) {
    return nextResolve(findSource(specifier, context.parentURL) ?? specifier, context)
  },
})

/**
 * @param {string} specifier
 * @param {string | undefined} parent
 */
function findSource(specifier, parent) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !/^file:.*\.tsx?$/.test(parent ?? ''))
    return undefined
  const stem = specifier.slice(0, -'.js'.length)
  const exists = (/** @type {string} */ name) => existsSync(fileURLToPath(new URL(name, parent)))
  if (exists(specifier)) return undefined
  return [`${stem}.ts`, `${stem}.tsx`].find(exists)
}
