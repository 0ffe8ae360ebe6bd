import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, file), 'utf8')
const subjects = [...read('styles.css').matchAll(/@import '\.\/(.+?\.css)';/gu)].map(
  ([, file = '']) => file,
)
const css = subjects
  .map(read)
  .join('\n')
  .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
const guide = read('../../../../../docs/theming.md')

const declarations = [...css.matchAll(/(?<=[;{]\s*)([\w-]+):\s*([^;{}]+);/gu)].map(
  ([, property = '', value = '']) => ({ property, value: value.replaceAll(/\s+/gu, ' ') }),
)
const tokens = declarations.filter(({ property }) => property.startsWith('--ll-'))
/** What a token is at first; density comes later. */
const defaults = new Map(tokens.toReversed().map(({ property, value }) => [property, value]))

describe('the sheet', () => {
  it('is joined from all that lies beside it', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.css'))
    expect([...subjects, 'styles.css'].sort()).toEqual(files.sort())
  })
})

describe('the tokens', () => {
  it('are declared before they are used, and used where they are declared', () => {
    const used = [...css.matchAll(/var\((--ll-[\w-]+)/gu)].map(([, name]) => name ?? '')
    expect([...new Set(used)].sort()).toEqual([...defaults.keys()].sort())
  })

  it('stand in the guide, each with its value', () => {
    const rows = [...guide.matchAll(/^\| `(--ll-[\w-]+)` +\| `(.+?)` +\|/gmu)]
    const told = new Map(rows.map(([, name = '', value = '']) => [name, value]))
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(defaults))
  })
})

/** As if on paper that is never turned round. */
const physical = /(^|-)(left|right|top|bottom)($|-)|^(min-|max-)?(width|height)$/u

/** `a b c d` has a left and a right. */
const shorthands = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/u

describe('the direction of the script', () => {
  it('turns everything round: no property is physical', () => {
    const named = declarations.filter(({ property }) => physical.test(property))
    const sided = declarations.filter(({ property, value }) => {
      const [, right, , left] = value.split(' ')
      return shorthands.test(property) && left !== undefined && left !== right
    })
    const aligned = declarations.filter(
      ({ property, value }) =>
        /^(text-align|float|clear|justify-.*)$/u.test(property) && /left|right/u.test(value),
    )
    expect([...named, ...sided, ...aligned]).toEqual([])
  })

  it('has a turned rule where CSS knows no logical one', () => {
    const turned = declarations.filter(({ property }) => property === 'transform-origin')
    const sided = turned.filter(({ value }) => /left|right/u.test(value))
    expect(sided.map(({ value }) => value)).toEqual(['left', 'right'])
    expect(css).toContain('[data-ll-load-fill]:dir(rtl)')
  })
})

describe('the selectors', () => {
  it('are never stronger than an attribute or two', () => {
    expect(css).not.toMatch(/!important|#[\w-]+\s*[{,]|@layer/u)
  })

  it('name a slot by its own attribute, so that an element is held against few of them', () => {
    expect(css).not.toContain('[data-loadline=')
  })

  it('name no slot that there is not', () => {
    const slots = new Set(
      [...read('../slots/slots.tsx').matchAll(/^ {2}\| '([\w-]+)'$/gmu)].map(([, name]) => name),
    )
    const named = [...css.matchAll(/\[data-ll-([\w-]+)/gu)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(400)
    expect(named.filter((name) => !slots.has(name))).toEqual([])
  })
})
