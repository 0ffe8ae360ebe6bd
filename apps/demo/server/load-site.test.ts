import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSite } from './load-site.js'

let directory: string
let site: Awaited<ReturnType<typeof loadSite>>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loadline-site-'))
  await mkdir(join(directory, 'dist', 'assets'), { recursive: true })
  await writeFile(join(directory, 'secret.txt'), 'secret')
  await symlink('../secret.txt', join(directory, 'dist', 'link.txt'))
  await writeFile(join(directory, 'dist', 'index.html'), '<head><!-- loadline-config --></head>')
  await writeFile(join(directory, 'dist', 'assets', 'index-3f2a.js'), 'export {}')
  site = await loadSite({
    directory: join(directory, 'dist'),
    config: { apiUrl: '/api?</script>$&' },
    connectTo: ['http://localhost:4322'],
  })
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const get = (path: string, method = 'GET') => site(new Request(`http://x${path}`, { method }))

test('the page carries its configuration as data', async () => {
  const answer = await get('/')
  expect(await answer.text()).toBe(
    '<head><script type="application/json" id="loadline-config">{"apiUrl":"/api?\\u003c/script>$&"}</script></head>',
  )
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'self' blob: http://localhost:4322;")
})

test('hashed assets are kept for ever', async () => {
  const answer = await get('/assets/index-3f2a.js')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toMatch(/javascript/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '//secret.txt',
  '/link.txt',
  '/assets',
  '/nothing',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('nothing but reading', async () => {
  expect((await get('/', 'POST')).status).toBe(405)
  expect(await (await get('/', 'HEAD')).text()).toBe('')
})
