export {
  astraCollabAdapter,
  type AstraCollabAdapterOptions,
  type AstraCollabFeatures,
} from './astracollab-adapter.js'
