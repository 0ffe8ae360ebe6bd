import { edgeCases } from 'loadline-mock-backends'
import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

const all = Array.from({ length: 52 }, (_, index) => index + 1)

/** The number of each `edgeCase(` call in the tests of this folder. */
async function testedNumbers(): Promise<readonly number[]> {
  const folder = new URL('.', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.test.ts'))
  const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return sources.flatMap((source) =>
    [...source.matchAll(/\bedgeCase(?:<[^(]*>)?\(\s*(\d+),/g)].map(([, number]) => Number(number)),
  )
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b)
}

it('the table has every number once', () => {
  expect(sorted(edgeCases.map(({ number }) => number))).toEqual(all)
})

it('each row says what happens, and what is promised then', () => {
  const texts = edgeCases.flatMap(({ happens, promise }) => [happens, promise])
  expect(texts.filter((text) => text.trim().length < 10)).toEqual([])
  expect(new Set(edgeCases.map(({ happens }) => happens)).size).toBe(edgeCases.length)
})

it('every row has its test, once', async () => {
  expect(sorted(await testedNumbers())).toEqual(all)
})
