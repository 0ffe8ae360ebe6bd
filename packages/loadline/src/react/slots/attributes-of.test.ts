import { expect, it } from 'vitest'
import { attributesOf } from './attributes-of.js'

it('hands on what an element knows, and nothing else', () => {
  const props = { 'aria-label': 'Files', 'data-testid': 'list', query: {}, id: 'a', database: 1 }
  expect(attributesOf(props, 'aria-', 'data-')).toEqual({
    'aria-label': 'Files',
    'data-testid': 'list',
  })
  expect(attributesOf(props, 'data-')).toEqual({ 'data-testid': 'list' })
})
