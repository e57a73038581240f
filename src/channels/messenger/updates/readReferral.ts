import { z } from 'zod'
import { personEvent } from './personEvent.ts'
import { personId } from './personId.ts'
import { referralRef } from './referral.ts'
import { sha256Hex } from './sha256Hex.ts'
import type { Reading, Update } from './update.ts'

const itemSchema = z.object({ referral: referralRef })

/** `messaging_referrals`: somebody who already talks with us followed an m.me link or an advertisement. */
export function readReferral(update: Update): Reading {
  const { referral: ref } = itemSchema.parse(update.item)
  const key = `referral:${personId(update)}:${update.occurredAt.getTime()}:${sha256Hex(ref ?? '')}`
  return personEvent(update, { key, activity: { type: 'event', name: 'referral', ...(ref ? { value: ref } : {}) }, opensWindow: true, ref })
}
