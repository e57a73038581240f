import { z } from 'zod'
import type { PatientActivity } from '../../../conversation/activity.ts'
import { cleanText } from './cleanText.ts'
import { ifReadable } from './ifReadable.ts'
import { personEvent } from './personEvent.ts'
import { personId } from './personId.ts'
import { platformId } from './platformId.ts'
import { referralRef } from './referral.ts'
import { sha256Hex } from './sha256Hex.ts'
import type { Reading, Update } from './update.ts'

/** The payload our page's Get Started button is configured with. */
export const getStartedPayload = 'GET_STARTED'

const words = z.string().transform(cleanText)
const postbackSchema = z.object({
  mid: platformId.nullish(),
  title: ifReadable(words),
  payload: ifReadable(words),
  referral: ifReadable(referralRef),
})
const itemSchema = z.object({ postback: postbackSchema })
type Postback = z.infer<typeof postbackSchema>

/**
 * `messaging_postbacks`: a tap on a button, the menu, an ice breaker or Get Started. In standby a tap comes without its
 * payload, while the app that sent the button still gets it whole: the two are kept apart, or the whole one could be lost.
 */
export function readPostback(update: Update): Reading {
  const { postback } = itemSchema.parse(update.item)
  const key = postback.mid ?? keyWithoutMid(update, postback)
  return personEvent(update, {
    key: update.standby ? `${key}:standby` : key,
    activity: activityOf(postback),
    opensWindow: true,
    ref: postback.referral,
  })
}

function activityOf({ mid, title, payload, referral }: Postback): PatientActivity {
  const id = mid ? { id: mid } : {}
  if (payload === getStartedPayload) return { type: 'event', name: 'getStarted', ...id, ...(referral ? { value: referral } : {}) }
  return {
    type: 'message',
    ...id,
    ...(title === undefined ? {} : { text: title }),
    ...(payload === undefined ? {} : { value: payload }),
    ...(referral ? { channelData: { ref: referral } } : {}),
  }
}

function keyWithoutMid(update: Update, { payload, title }: Postback): string {
  return `postback:${personId(update)}:${update.occurredAt.getTime()}:${sha256Hex(payload ?? title ?? '')}`
}
