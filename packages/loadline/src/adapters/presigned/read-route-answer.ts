import { isUploadError, readShape, UploadError, type ShapeReader } from '../../core/index.js'

/** Whoever writes a route reads what it must answer, not only what is wrong. @throws UploadError `server` */
export function readRouteAnswer<T>(
  answer: unknown,
  { route, shape }: { readonly route: string; readonly shape: string },
  read: (reader: ShapeReader) => T,
): T {
  try {
    return read(readShape(answer, 'answer'))
  } catch (thrown) {
    if (!isUploadError(thrown)) throw thrown
    throw new UploadError('server', {
      message: `${thrown.message} ${route} must answer JSON: ${shape}.`,
      isRetryable: false,
      details: { ...thrown.details, route },
    })
  }
}
