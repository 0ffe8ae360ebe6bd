export type Load<Module> = () => Promise<Module>

const modules = new Map<Load<unknown>, unknown>()
const listeners = new Set<() => void>()

/** Known from then on to all who ask by the same function. */
export async function loadModule<Module>(load: Load<Module>): Promise<Module> {
  const module = await load()
  modules.set(load, module)
  for (const listener of listeners) listener()
  return module
}

/** `null`: it was not loaded yet. */
export function loadedModule<Module>(load: Load<Module>): Module | null {
  return (modules.get(load) as Module | undefined) ?? null
}

/** Hears of every module that is loaded. */
export function subscribeToModules(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
