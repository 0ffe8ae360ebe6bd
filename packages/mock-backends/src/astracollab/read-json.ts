import { AstraCollabRefusal } from './astracollab-answers.js'

/** A body that should be a JSON object; without one, each field of it is missing. */
export async function readJson<T extends object>(request: Request): Promise<Partial<T>> {
  const text = await request.text()
  if (text === '') return {}
  try {
    return JSON.parse(text) as Partial<T>
  } catch {
    throw new AstraCollabRefusal('INVALID_PARAMETERS', 'The body is not JSON')
  }
}
