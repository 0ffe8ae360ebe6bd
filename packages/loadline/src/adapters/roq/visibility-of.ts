import type { FileVisibility } from '../../core/index.js'

export function visibilityOf(isPublic: boolean): FileVisibility {
  return isPublic ? 'public' : 'private'
}
