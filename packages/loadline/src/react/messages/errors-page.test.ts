import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { uploadErrorCodes } from '../../core/index.js'
import { en } from './en.js'

const page = readFileSync(
  path.resolve(import.meta.dirname, '../../../../../docs/errors.md'),
  'utf8',
)
const headings = [...page.matchAll(/^### `(.+)`$/gmu)].map(([, heading]) => heading ?? '')

const isRejection = (heading: string) => heading.startsWith('rejected: ')

it('has a heading for every code of an error', () => {
  expect(headings.filter((heading) => !isRejection(heading))).toEqual(uploadErrorCodes)
})

it('has a heading for every code of a rejection', () => {
  expect(headings.filter(isRejection)).toEqual(
    Object.keys(en.rejections).map((code) => `rejected: ${code}`),
  )
})
