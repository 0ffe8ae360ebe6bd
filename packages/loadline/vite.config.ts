import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vite'

interface Manifest {
  exports: Record<string, string | { 'loadline-source': string }>
}

const root = import.meta.dirname
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest

/** Every door of the package, by its name in `dist`. */
const doors = Object.fromEntries(
  Object.values(manifest.exports)
    .filter((door) => typeof door === 'object')
    .map((door) => door['loadline-source'])
    .map((source) => [nameOf(source), path.join(root, source)]),
)

export default defineConfig({
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssCodeSplit: true,
    lib: { entry: doors, formats: ['es'] },
    rolldownOptions: {
      // It warns that `'use client'` may be lost, which a check of the built files sees to.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
      },
      external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
      output: {
        // One module a file: `'use client'` stays with its own module, and bundlers drop what is not used.
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
})

function nameOf(source: string): string {
  return source.endsWith('.css')
    ? path.basename(source, '.css')
    : source.replace(/^\.\/src\//, '').replace(/\.ts$/, '')
}
