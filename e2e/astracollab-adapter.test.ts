import axios from 'axios'
import { astraCollabAdapter, type AstraCollabFeatures } from 'loadline/adapters/astracollab'
import { builtInTransports, type HttpClient, type TicketKind } from 'loadline/core'
import { startAstraCollab, type AstraCollabOptions } from 'loadline-mock-backends'
import {
  describeAdapter,
  sendWith,
  type AdapterSubject,
  type KnownGaps,
} from 'loadline/testing/vitest'

const byNumber =
  'Pages go by number: what comes or goes before them moves the rest. FileList draws each id once.'

const gaps: KnownGaps = {
  'keeps its place when the first file of a page goes': byNumber,
  'keeps its place when the last file of a page goes': byNumber,
  'shows no file twice when another comes in between': byNumber,
}

const itsAnswer = 'The answer to a form is the file: finalising reads it again, and asks nobody.'

const formGaps: KnownGaps = {
  ...gaps,
  'does not finalise what was abandoned': itsAnswer,
  'finalises nothing anew that was deleted': itsAnswer,
}

const inForms: readonly TicketKind[] = ['form', 'multipart']
const inParts: readonly TicketKind[] = ['multipart', 'form']

interface Variant {
  readonly kinds: readonly TicketKind[]
  readonly server?: AstraCollabOptions
  readonly features?: AstraCollabFeatures
  readonly http?: HttpClient
}

function on({ kinds, server, features, http }: Variant): Pick<AdapterSubject, 'createAdapter'> {
  return {
    async createAdapter() {
      const { baseUrl, close } = await startAstraCollab({ partSize: 1_000, ...server })
      const adapter = astraCollabAdapter({ baseUrl, getToken: () => 'ak_test', features, http })
      return {
        adapter,
        send: sendWith(builtInTransports(adapter), adapter),
        readBytes: async ({ url }) => (await fetch(url ?? '')).blob(),
        request: { preferredKinds: kinds },
        dispose: close,
      }
    },
  }
}

/** An application's own, which adds the token itself and unwraps the answer. */
function unwrapping(): HttpClient {
  const client = axios.create({ headers: { 'x-app': 'own' } })
  client.interceptors.response.use(({ data }) => data as never)
  return client
}

describeAdapter('astracollab, forms first', { ...on({ kinds: inForms }), knownGaps: formGaps })

describeAdapter('astracollab, parts first', { ...on({ kinds: inParts }), knownGaps: gaps })

describeAdapter("astracollab, by the application's own axios", {
  ...on({ kinds: inForms, http: unwrapping() }),
  knownGaps: formGaps,
})

describeAdapter('astracollab, refusing at 200, without details, ETags in the body', {
  ...on({
    kinds: inParts,
    server: { refusesAt200: true, hasDetails: false, hasNullError: true, etagIn: 'json' },
  }),
  knownGaps: gaps,
})

const bareArray =
  'This dialect has no pages: the whole list comes each time, and cursors count its rows.'
const bareGaps: KnownGaps = {
  'keeps its place when the first file of a page goes': bareArray,
  'keeps its place when the last file of a page goes': bareArray,
  'shows no file twice when another comes in between': bareArray,
}

describeAdapter('astracollab, lists as bare arrays, sizes as texts', {
  ...on({ kinds: inParts, server: { dialect: 'js' } }),
  knownGaps: bareGaps,
})

describeAdapter('astracollab, lists without an envelope', {
  ...on({ kinds: inParts, server: { dialect: 'next' } }),
  knownGaps: bareGaps,
})

describeAdapter('astracollab, forms alone', {
  ...on({ kinds: inForms, features: { multipart: false, delete: false, folders: false } }),
  knownGaps: {
    'does not finalise what was abandoned': itsAnswer,
    'shows no file twice when another comes in between': byNumber,
  },
})

describeAdapter('astracollab, for browsing alone', {
  ...on({
    kinds: inForms,
    features: { upload: false, multipart: false, delete: false, folders: false },
  }),
})
