/**
 * Each place takes the next item when it is done with one.
 * @template P, I
 * @param {readonly P[]} places
 * @param {readonly I[]} items
 * @param {(place: P, item: I) => Promise<void>} run
 */
export async function runInParallel(places, items, run) {
  const next = items.values()
  await Promise.all(
    places.map(async (place) => {
      for (const item of next) await run(place, item)
    }),
  )
}
