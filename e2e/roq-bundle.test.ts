import { build, defaultClientConditions } from 'vite'
import { expect, it } from 'vitest'

/** All of the JavaScript that a door brings into a page. */
async function bundle(door: string): Promise<string> {
  const entry = 'virtual:entry'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['loadline-source', ...defaultClientConditions] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `export * from '${door}'` : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  return outputs.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
}

/** What only a server that holds the API key says. */
const secrets = ['roq-platform-server-authorization', 'authorize/serviceAccount', 'apiKey']

it.each(secrets)('a page that uploads to ROQ does not hold "%s"', async (secret) => {
  const code = await bundle('loadline/adapters/roq')
  expect(code).toContain('roq-platform-authorization')
  expect(code).not.toContain(secret)
})

it.each(secrets)('a server holds "%s"', async (secret) => {
  expect(await bundle('loadline/adapters/roq/server')).toContain(secret)
})
