import type { AcceptEvents } from '../conversation/acceptEvents.ts'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { ThreadControl } from './threadControl.ts'

type Deps = {
  control: Pick<ThreadControl, 'passToInbox'>
  /** The app in which people answer outside our console. */
  inboxAppId: string
  /** Whether a colleague of ours has the person's conversation. */
  isHeld: (address: string) => Promise<boolean>
  accept: AcceptEvents
  log: Log
}

/**
 * Somebody in the page's inbox asks for a person's thread. They get it from the bot and from the queue, for a person who is ready to answer
 * goes before both; not from a colleague of ours, nor any other app. Never throws: whoever asks can still answer, and then has it.
 */
export function createGrantThread({ control, inboxAppId, isHeld, accept, log }: Deps) {
  return async ({ address, appId, at }: { address: string; appId: string; at: Date }): Promise<void> => {
    try {
      if (appId !== inboxAppId || (await isHeld(address))) return log.info('messenger.thread.kept', { appId })
      const passed = await control.passToInbox(address)
      if (passed.kind === 'refused') return
      log.info('messenger.thread.granted', { appId })
      const eventKey = `messenger:thread:granted:${address}:${at.getTime()}`
      const activity = { type: 'event', name: 'threadControl' }
      await accept([{ channel: 'messenger', address, eventKey, kind: 'handedToStaff', occurredAt: at, activity }])
    } catch (error) {
      log.warn('messenger.thread.notGranted', { cause: errorKind(error) })
    }
  }
}
