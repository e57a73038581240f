import type { PatientActivity } from '../../../conversation/activity.ts'
import { personId } from './personId.ts'
import type { Reading, Update } from './update.ts'

/** Meta's standard messaging window: 24 hours from what the person did, by Meta's time of it. */
const windowMillis = 24 * 60 * 60 * 1000

type Parts = {
  /** What makes the event unique, without the channel's prefix. */
  key: string
  activity: PatientActivity
  /** Whether Meta lets us answer for 24 hours because of it. */
  opensWindow: boolean
  /** The link by which the person came. */
  ref?: string | undefined
}

/** Something a person did: said to us, or overheard while somebody else holds the thread. */
export function personEvent(update: Update, { key, activity, opensWindow, ref }: Parts): Reading {
  const { occurredAt, standby } = update
  return {
    event: {
      channel: 'messenger',
      address: personId(update),
      eventKey: `messenger:${key}`,
      kind: standby ? 'overheard' : 'said',
      occurredAt,
      ...(opensWindow ? { replyWindowUntil: new Date(occurredAt.getTime() + windowMillis) } : {}),
      ...(ref ? { ref } : {}),
      activity,
    },
  }
}
