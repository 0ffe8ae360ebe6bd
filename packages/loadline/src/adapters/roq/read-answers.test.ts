import { describe, expect, it } from 'vitest'
import type { UploadRequest } from '../../core/index.js'
import { fileVariables } from './file-variables.js'
import { readBytes } from './read-bytes.js'
import { readCategory } from './read-category.js'
import { readFile } from './read-file.js'
import { readTicket } from './read-ticket.js'

const row = { id: 'a', name: 'a.txt', contentType: 'text/plain', status: 'ready', isPublic: false }

describe('files', () => {
  it.each([
    [null, null],
    ['', null],
    ['/relative', null],
    ['javascript:alert(1)', null],
    ['https://s3.example/a b.txt', 'https://s3.example/a%20b.txt'],
    ['https://s3.example/a%20b.txt', 'https://s3.example/a%20b.txt'],
  ])('reads the address %j as %j', (url, expected) => {
    expect(readFile({ ...row, url }).url).toBe(expected)
  })

  it('reads when a signed address ends, and only of private files', () => {
    const url = 'https://s3.example/a?X-Amz-Date=20260131T120000Z&X-Amz-Expires=60'
    expect(readFile({ ...row, url }).urlExpiresAt).toBe('2026-01-31T12:01:00.000Z')
    expect(readFile({ ...row, url, isPublic: true }).urlExpiresAt).toBeNull()
    expect(readFile({ ...row, url: 'https://s3.example/a' }).urlExpiresAt).toBeNull()
  })

  it('reads who made it, as far as it is told', () => {
    const createdByUser = { id: 'u', firstName: 'Ada', lastName: null, avatarUrl: 'data:x' }
    expect(readFile({ ...row, createdByUser }).createdBy).toEqual({
      id: 'u',
      name: 'Ada',
      avatarUrl: null,
    })
    expect(readFile({ ...row, createdByUserId: 'u' }).createdBy).toEqual({
      id: 'u',
      name: null,
      avatarUrl: null,
    })
    expect(readFile(row).createdBy).toBeNull()
  })

  it('refuses what is no file', () => {
    expect(() => readFile({ ...row, id: 1 })).toThrow(/file\.id/)
    expect(() => readFile(null)).toThrow(/file/)
  })
})

describe('categories', () => {
  const category = {
    id: 'c',
    key: 'IMAGES',
    name: 'Images',
    maxSize: 10.5,
    isPublicByDefault: true,
  }
  const page = (data: readonly unknown[], totalCount = data.length) => ({ data, totalCount })
  const typesOf = (fileCategoryContentGroups: unknown) =>
    readCategory({ ...category, fileCategoryContentGroups }).contentTypes
  const group = (...types: readonly unknown[]) => ({ fileCategoryContentTypes: page(types) })

  it('reads its limit in whole bytes', () => {
    expect(readCategory(category)).toMatchObject({ maxSize: 10, defaultVisibility: 'public' })
    expect(readCategory({ ...category, maxSize: null }).maxSize).toBeNull()
  })

  it('reads content types from whichever name is one', () => {
    const types = group({ key: 'image/png', name: 'PNG' }, { key: 'jpeg', name: 'image/jpeg' })
    expect(typesOf(page([types]))).toEqual(['image/png', 'image/jpeg'])
  })

  it('leaves to ROQ what it does not know in full', () => {
    expect(typesOf(undefined)).toBeNull()
    expect(typesOf(page([]))).toBeNull()
    expect(typesOf(page([group({ key: 'png', name: 'PNG' })]))).toBeNull()
    expect(typesOf(page([group({ key: 'image/png', name: 'PNG' })], 2))).toBeNull()
  })
})

describe('tickets', () => {
  const formFields = { maxSize: '20', expiryTime: '60', key: 'a' }
  const upload = {
    id: 'a',
    createdAt: '2026-01-31T12:00:00.000Z',
    uploadUrl: 'https://s3.example/bucket',
    formFields,
  }
  const request = { clientId: 'client' } as UploadRequest

  it('keeps the fields as they are, in order', () => {
    expect(readTicket(upload, request)).toMatchObject({
      fields: Object.entries(formFields),
      maxSize: 20,
      serverTime: '2026-01-31T12:00:00.000Z',
      expiresAt: '2026-01-31T12:01:00.000Z',
    })
  })

  it('has no end and no limit where none is told', () => {
    const ticket = readTicket({ ...upload, formFields: { key: 'a' } }, request)
    expect(ticket).toMatchObject({ expiresAt: null, maxSize: null })
  })

  it('refuses fields that are not flat', () => {
    const odd = { ...upload, formFields: { key: ['a'] } }
    expect(() => readTicket(odd, request)).toThrow(/formFields\.key/)
    expect(() => readTicket({ ...upload, formFields: null }, request)).toThrow(/formFields/)
  })

  it.each([
    [20, 20],
    ['20', 20],
    [0, 0],
    [20.9, 20],
    ['', null],
    ['many', null],
    [-1, null],
    [null, null],
  ])('reads %j as %j bytes', (value, bytes) => {
    expect(readBytes(value)).toBe(bytes)
  })
})

describe('queries', () => {
  it('searches for a text, whatever it means to a pattern', () => {
    expect(fileVariables({ limit: 1, search: '100%_\\' })).toEqual({
      filter: { name: { iLike: '%100\\%\\_\\\\%' } },
    })
  })

  it('asks for nothing where no file can fit', () => {
    expect(fileVariables({ limit: 1, filter: { statuses: ['unknown'] } })).toBeNull()
    expect(fileVariables({ limit: 1, filter: { categories: [] } })).toBeNull()
  })

  it.each([
    [{ filter: { contentTypes: ['image/*'] } }],
    [{ filter: { folderId: null } }],
    [{ sort: { key: 'size', direction: 'asc' } }],
  ] as const)('refuses %j', (query) => {
    expect(() => fileVariables({ limit: 1, ...query })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    )
  })
})
