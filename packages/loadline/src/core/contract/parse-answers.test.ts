import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFolder } from './parse-folder.js'
import { parseLimits } from './parse-limits.js'
import {
  parseAssociation,
  parseCategory,
  parseFilePage,
  parseStoredFile,
} from './parse-stored-file.js'
import { parseTicket } from './parse-ticket.js'
import { storedFile } from './stored-file.js'
import { isUploadError } from './upload-error.js'

const put = { kind: 'put', clientId: 'c', fileId: 'f', url: 'https://s.example/', headers: {} }

describe('answers of a backend', () => {
  it('reads a ticket of each kind, and fills what is absent', () => {
    expect(parseTicket(put)).toEqual({ ...put, expiresAt: null, serverTime: null, maxSize: null })
    const form = { ...put, kind: 'form', fields: [['key', 'x']], fileField: 'file' }
    expect(parseTicket(form)).toMatchObject({ kind: 'form', fields: [['key', 'x']] })
    const part = { partNumber: 1, url: 'https://s.example/', headers: {} }
    const multipart = { kind: 'multipart', clientId: 'c', fileId: null, partSize: 5, partCount: 2 }
    expect(parseTicket({ ...multipart, parts: [part] })).toMatchObject({ parts: [part] })
    expect(parseTicket({ ...put, kind: 'x-tus', data: { a: 1 } })).toMatchObject({ data: { a: 1 } })
  })

  it.each([
    ['ticket', { ...put, kind: 'ftp' }, 'ticket.kind'],
    ['ticket', { ...put, url: 7 }, 'ticket.url'],
    ['ticket', { ...put, headers: { a: 1 } }, 'ticket.headers'],
    ['ticket', { ...put, kind: 'form', fields: { key: 'x' }, fileField: 'file' }, 'ticket.fields'],
    ['ticket', null, 'ticket'],
    ['ticket', '<html>', 'ticket'],
  ])('names the field of a wrong %s: %j', (_, value, field) => {
    expect(() => parseTicket(value)).toThrow(
      expect.objectContaining({
        code: 'server',
        isRetryable: false,
        details: expect.objectContaining({ field }) as unknown,
      }),
    )
  })

  it('reads folders, limits, categories and associations back as they were', () => {
    const step = { id: 'f', name: 'F' }
    const folder = { ...step, parentId: 'e', path: [{ id: 'e', name: 'E' }, step] }
    expect(parseFolder(folder)).toEqual(folder)
    const none = { maxFileSize: null, maxFiles: null, usedFiles: null }
    expect(parseLimits({ quotaSize: 5, usedSize: 0 })).toEqual({
      ...none,
      quotaSize: 5,
      usedSize: 0,
    })
    const rules = { maxSize: 1, contentTypes: ['image/*'], defaultVisibility: 'public' }
    const category = { id: 'c', key: 'A', name: 'a', ...rules }
    expect(parseCategory(category)).toEqual(category)
    const association = { id: '1', entityName: 'invoice', entityReference: '7' }
    expect(parseAssociation(association)).toEqual(association)
  })

  it.each([
    ['folder.path', () => parseFolder({ id: 'f', name: 'F', parentId: null })],
    ['folder.path.name', () => parseFolder({ id: 'f', name: 'F', path: [{ id: 'f' }] })],
    ['limits.usedSize', () => parseLimits({ usedSize: -1 })],
    ['category.key', () => parseCategory({ id: 'c', name: 'a' })],
    ['association.entityName', () => parseAssociation({ id: '1' })],
  ])('names the field %s', (field, parse) => {
    expect(parse).toThrow(
      expect.objectContaining({
        code: 'server',
        details: expect.objectContaining({ field }) as unknown,
      }),
    )
  })

  it('reads a page of files back as it was', () => {
    const file = storedFile({
      id: '1',
      name: 'a',
      size: 3,
      status: 'error',
      statusReason: 'infected',
      visibility: 'public',
      createdBy: { id: 'u', name: null, avatarUrl: null },
      category: {
        id: 'c',
        key: 'K',
        name: 'K',
        maxSize: null,
        contentTypes: ['image/*'],
        defaultVisibility: null,
      },
      associations: [{ id: 'a', entityName: 'invoice', entityReference: '7' }],
      metadata: { deep: { list: [1, null] } },
    })
    const page = { files: [file], total: 1, nextCursor: null }
    expect(parseFilePage(JSON.parse(JSON.stringify(page)))).toEqual(page)
    expect(() => parseStoredFile({ ...file, status: 'new' })).toThrow(/file\.status/)
    expect(() => parseStoredFile({ ...file, statusReason: 7 })).toThrow(/file\.statusReason/)
    expect(parseStoredFile({ ...file, statusReason: undefined }).statusReason).toBeNull()
    expect(() => parseStoredFile({ ...file, size: -1 })).toThrow(/file\.size/)
  })

  it('never fails on anything but with an UploadError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.object()), (value) => {
        for (const parse of [parseTicket, parseStoredFile, parseFilePage]) {
          try {
            parse(value)
          } catch (thrown) {
            expect(isUploadError(thrown)).toBe(true)
          }
        }
      }),
    )
  })
})
