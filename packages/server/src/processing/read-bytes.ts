import type { ObjectStore } from '../store/object-store.js'

/** The bytes of a final object, or the first of them, in memory: `limitBytes` keeps that small. */
export async function readBytes(
  store: ObjectStore,
  key: string,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = await store.read(key, limitBytes)
  if (stream === null) throw new Error('The store lost an object.')
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
