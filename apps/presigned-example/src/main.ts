import { startExample } from './start-example.js'

const { url } = await startExample({
  port: Number(process.env['PORT'] ?? 3001),
  directory: process.env['DIRECTORY'] ?? '.data',
  pageOrigin: process.env['PAGE_ORIGIN'] ?? 'http://localhost:5173',
})
process.stdout.write(`Routes for presignedAdapter: ${url}/sign and ${url}/finalize\n`)
