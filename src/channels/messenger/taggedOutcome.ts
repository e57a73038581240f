import type { DeliveryOutcome } from '../../conversation/channel.ts'
import { deliveryOutcome } from './deliveryOutcome.ts'
import type { GraphResult } from './graphResult.ts'

/** Refusals of the tag itself: the feature was not granted, the tag is not known, or the seven days are over. */
const aboutTheTag = ['10', '100', '10/2018278', '10/2018065', '10/2534022']

/** What became of a message with a tag: what Meta has against the tag says nothing of other messages, nor of the channel. */
export function taggedOutcome(result: GraphResult): DeliveryOutcome {
  const outcome = deliveryOutcome(result)
  return 'code' in outcome && aboutTheTag.includes(outcome.code) ? { kind: 'notAllowed', code: outcome.code } : outcome
}
