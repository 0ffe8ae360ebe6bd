import type { EdgeCase } from '../edge-case.js'

/** Of ROQ's API and of the storage behind it. */
export const roqEdgeCases: readonly EdgeCase[] = [
  {
    number: 1,
    happens: 'a 200 that holds errors and no data',
    promise: 'is a typed error, by the code that ROQ gives',
  },
  {
    number: 2,
    happens: 'a list whose users could not be resolved',
    promise: 'shows its rows, and warns',
  },
  {
    number: 3,
    happens: 'errors without extensions, or without a response in them',
    promise: 'are a server error with their message',
  },
  {
    number: 4,
    happens: 'a document that the schema refuses with a 400, or a 502 that is a page',
    promise: 'are typed errors, without the page in them',
  },
  {
    number: 5,
    happens: 'a status that nobody knows yet',
    promise: 'is unknown, and its row is shown',
  },
  {
    number: 6,
    happens: 'an address that is null, empty, or holds spaces',
    promise: 'is no link, or one that is encoded once',
  },
  {
    number: 7,
    happens: 'the address of a private file that has expired',
    promise: 'is asked for anew once, and says when the new one ends',
  },
  {
    number: 8,
    happens: 'the form that is posted to the storage',
    promise: 'has every field once and unchanged, the file last, no token, and needs no answer',
  },
  {
    number: 9,
    happens: 'a storage that refuses in XML',
    promise: "fails with the storage's own words, tells ROQ, and hides nothing if that fails too",
  },
  {
    number: 10,
    happens: 'an upload that is cancelled while it is created or sent',
    promise: 'is cancelled at ROQ too, and is no failure',
  },
  {
    number: 11,
    happens: 'a finalise whose answer is lost',
    promise: 'is asked again, without the bytes',
  },
  {
    number: 12,
    happens: 'a name that ROQ changes, and a key that is not the name',
    promise: 'is shown and saved under the name that was answered',
  },
  {
    number: 13,
    happens: 'a file without a content type, or one that comes back in other letters',
    promise: 'is uploaded with one that was decided once',
  },
  {
    number: 14,
    happens: 'a size at the limit, one byte above it, and a limit that is not told',
    promise: 'is sent, refused before a byte is, and left to the storage',
  },
  {
    number: 15,
    happens: 'a form that is older than its signature',
    promise: 'is created anew, and the old row is given up',
  },
  {
    number: 16,
    happens: 'a limit above what the server gives',
    promise: 'leads through all pages by the rows that came',
  },
  {
    number: 17,
    happens: 'a delete that answers fewer ids than were asked',
    promise: 'tells of each that is missing',
  },
  {
    number: 18,
    happens: 'a token that has expired under several calls',
    promise: 'is renewed once for all, and each call is repeated once',
  },
]
