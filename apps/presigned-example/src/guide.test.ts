import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const guide = read('../../../docs/presigned.md')

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

it.each([
  ['ts', 'create-upload-routes.ts'],
  ['tsx', 'uploads.tsx'],
])('the guide shows as %s what is tested here: %s', (language, file) => {
  expect(guide).toContain(`\`\`\`${language}\n${read(`./${file}`)}\`\`\``)
})
