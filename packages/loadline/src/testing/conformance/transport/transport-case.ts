import { makeFile } from '../../make-file.js'
import { runTransport, type TransportRun, type TransportRunOptions } from './transport-run.js'
import type { UploadTicket } from '../../../core/index.js'
import type { TransportInstance, TransportSubject } from './transport-subject.js'

/** What a case works with. */
export interface TransportKit extends TransportInstance {
  readonly partSize: number
  /** A ticket for a file of so many bytes. */
  prepare(size: number): Promise<PreparedFile>
}

export interface PreparedFile {
  readonly file: File
  readonly ticket: UploadTicket
  send(options?: TransportRunOptions): TransportRun
}

/** One promise of the port. */
export interface TransportCase {
  readonly name: string
  run(kit: TransportKit): Promise<void>
}

/** @throws Error where the transport breaks the promise. */
export async function runTransportCase(
  { run }: TransportCase,
  subject: TransportSubject,
): Promise<void> {
  const instance = await subject.createTransport()
  try {
    await run({
      ...instance,
      partSize: subject.partSize ?? 1_000,
      async prepare(size) {
        const file = makeFile({ size, name: 'file.bin', type: 'application/x-loadline' })
        const ticket = await instance.createTicket(file)
        const send = (options?: TransportRunOptions) =>
          runTransport(instance.transport, ticket, file, options)
        return { file, ticket, send }
      },
    })
  } finally {
    instance.release()
    await instance.dispose?.()
  }
}
