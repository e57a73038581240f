import type { ChannelStates } from '../../conversation/channelStates.ts'
import type { Log } from '../../kernel/log.ts'
import { deliveryOutcome } from './deliveryOutcome.ts'
import type { GraphResult } from './graphResult.ts'
import type { PageSubscription } from './pageSubscription.ts'

type Deps = { subscription: PageSubscription; channelStates: ChannelStates; log: Log }

/**
 * Looks whether the page still lets us in and still tells us of messages. A refused token stops the channel before a patient's
 * answer meets it, and starts it when it works again; another refusal may be of this question only, and is logged. Meta drops a subscription without a word after an
 * hour of failed webhooks: it is renewed. Never throws what Meta answers; throws when the stores are away.
 */
export function createPageWatch({ subscription, channelStates, log }: Deps) {
  async function look({ atStart = false } = {}): Promise<void> {
    const found = await subscription.missing()
    if (found.kind !== 'ok') return heed(found)
    await start(atStart)
    if (found.missing.length > 0) await renew(found.missing)
  }

  /** The token works. What else stopped the channel only a message can tell: one is tried when an operator starts the service anew. */
  async function start(atStart: boolean): Promise<void> {
    const stopped = await channelStates.stopped('messenger')
    if (!stopped) return
    if (!isTokenFault(stopped.code)) return atStart ? channelStates.tryNow('messenger') : undefined
    if (await channelStates.mended('messenger')) log.info('channel.mended', { channel: 'messenger' })
  }

  async function renew(missing: string[]): Promise<void> {
    log.warn('messenger.subscription.missing', {
      missing,
      advice:
        'Subscribed again. If the service was connected before, Meta had dropped it: look into the Page Inbox for what came meanwhile.',
    })
    const renewed = await subscription.renew()
    if (renewed.kind === 'ok') log.info('messenger.subscription.renewed')
    else await heed(renewed)
  }

  async function heed(result: Exclude<GraphResult<object>, { kind: 'ok' }>): Promise<void> {
    const outcome = deliveryOutcome(result)
    const advice = outcome.kind === 'channelStopped' ? outcome.advice : null
    log.warn('messenger.watch.failed', { outcome: outcome.kind, code: 'code' in outcome ? outcome.code : null, advice })
    if (outcome.kind !== 'channelStopped' || !isTokenFault(outcome.code)) return
    if (await channelStates.stop('messenger', outcome))
      log.error('channel.stopped', { channel: 'messenger', code: outcome.code, advice: outcome.advice })
  }

  return { look }
}

/** Meta's code 190, with whatever subcode. */
const isTokenFault = (code: string): boolean => code.split('/')[0] === '190'
