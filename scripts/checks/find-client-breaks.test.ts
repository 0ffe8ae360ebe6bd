import { expect, it } from 'vitest'
import { readImports } from '../layers/read-imports.mjs'
import { findClientBreaks } from './find-client-breaks.mjs'

function breaksOf(sources: Record<string, string>, modules: Record<string, string>): string[] {
  return findClientBreaks({
    sources: new Map(Object.entries(sources)),
    modules: new Map(Object.entries(modules)),
    readImports: (file, text) => readImports(file, text).imports,
  })
}

const client = `'use client'\n`

it('accepts a build that keeps the directive where it stood', () => {
  const list = `${client}import { useState } from 'react'`
  const modules = {
    'react/list.js': `${client}import "react"`,
    'core/index.js': `import "zustand"`,
  }
  expect(breaksOf({ 'react/list.tsx': list, 'core/index.ts': '' }, modules)).toEqual([])
})

it('finds a lost directive', () => {
  const breaks = breaksOf({ 'react/list.tsx': client }, { 'react/list.js': `import "react"` })
  expect(breaks).toEqual([expect.stringContaining('react/list.js: its source')])
})

it('finds React behind a door of servers, however far', () => {
  const modules = {
    'query/index.js': `export * from "./options.js"`,
    'query/options.js': `import { a } from "../react/a.js"`,
    'react/a.js': `${client}import "react/jsx-runtime"`,
  }
  expect(breaksOf({}, modules)).toEqual([
    expect.stringContaining("react/a.js: 'use client'"),
    expect.stringContaining("react/a.js: 'react/jsx-runtime'"),
  ])
})
