import type { EdgeCase } from '../edge-case.js'

export const rocketChatEdgeCases: readonly EdgeCase[] = [
  {
    number: 19,
    happens: 'a count of 0 means all rows, and a server may answer more than it was asked for',
    promise: '0 is never sent, and what is too much stands on the next page',
  },
  {
    number: 20,
    happens: 'a count above the limit of the server is cut without a word',
    promise: 'the next page begins after the rows that came',
  },
  {
    number: 21,
    happens: '401 comes in three shapes, and 403 says "unauthorized"',
    promise: 'the status tells who must sign in, and who may not',
  },
  {
    number: 22,
    happens: '400 names its code in a field, at the end of its text, or not at all',
    promise: 'each is a typed error, with the details as they came',
  },
  {
    number: 23,
    happens: 'a failure comes with status 200, or as a text inside of a success',
    promise: 'it is a failure',
  },
  {
    number: 24,
    happens: 'a row lacks its user, its name, or everything but its id',
    promise: 'it is listed with what is known',
  },
  {
    number: 25,
    happens: 'a row is of an upload that broke off, runs, or was never confirmed',
    promise: 'it is not taken for a file that is ready',
  },
  {
    number: 26,
    happens: 'what is searched for is a pattern, or a broken one, to the server',
    promise: 'it is found as it stands',
  },
  {
    number: 27,
    happens: 'a room is given by its id and its name at once',
    promise: 'one of them is sent, and never a projection',
  },
  {
    number: 28,
    happens: 'the rate limit is reached',
    promise:
      'the wait is read in milliseconds from the header, in seconds from the text, and ends with an abort',
  },
  {
    number: 29,
    happens:
      'a file is empty, of a refused type, of none, one of two, or in a part of another name',
    promise: 'it is refused by name, before its bytes are sent where the server has told its rules',
  },
  {
    number: 30,
    happens: 'a confirm fails, or its answer is lost, after the bytes are there',
    promise: 'the bytes are not sent again, and one message is posted',
  },
  {
    number: 31,
    happens: 'a confirm answers without a message',
    promise: 'the file is ready, with what was sent',
  },
  {
    number: 32,
    happens:
      'the server stands under a path, its links are relative or strange, and names hold % and #',
    promise: 'the bytes come from the file itself, and no link without a token is promised',
  },
  {
    number: 33,
    happens: 'a download is sent on to another origin, or refused without a word',
    promise: 'the token stays, the bytes come, and the refusal is typed',
  },
  {
    number: 34,
    happens: 'each version deletes in another way',
    promise: 'the file goes, a temporary one too, and only the next list counts less',
  },
  {
    number: 35,
    happens: 'a server is older than it was said to be, or newer than the one-step upload',
    promise: 'what it passes over is filtered here, and uploads go in two steps',
  },
]
