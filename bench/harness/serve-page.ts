import { fileURLToPath } from 'node:url'
import { build, defaultClientConditions, preview } from 'vite'

export interface ServedPage {
  readonly url: string
  close(): Promise<void>
}

/** Builds the page of a folder of `bench` as an application would be built, and serves it. */
export async function servePage(folder: string): Promise<ServedPage> {
  const root = fileURLToPath(new URL(`../${folder}`, import.meta.url))
  const outDir = fileURLToPath(new URL(`../../.cache/bench/${folder}`, import.meta.url))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      conditions: ['loadline-source', ...defaultClientConditions],
      dedupe: ['react', 'react-dom'],
    },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_000 },
  })
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error(`The page of ${folder} is not served.`)
  return { url, close: () => server.close() }
}
