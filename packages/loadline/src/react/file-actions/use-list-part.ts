'use client'

import { useLazyModule } from '../hooks/use-lazy-module.js'
import { useMessages } from '../messages/words.js'
import type { BulkRunner } from './use-bulk-runner.js'

/** A part of the list that is loaded when it is first needed; where it does not come, that is said, and it is shut. */
export function useListPart<Module>(
  load: () => Promise<Module>,
  isNeeded: boolean,
  { announce }: Pick<BulkRunner, 'announce'>,
  onClose?: () => void,
): Module | null {
  const messages = useMessages()
  const onFail = (): void => {
    announce(messages.fileErrors.network)
    onClose?.()
  }
  return useLazyModule(load, isNeeded, { onFail })
}
