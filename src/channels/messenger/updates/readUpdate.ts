import { personIdIfAny } from './personId.ts'
import { readMessage } from './readMessage.ts'
import { readMessageEdit } from './readMessageEdit.ts'
import { readAccountLinking, readFeedback, readOptin, readPolicyEnforcement } from './readNotices.ts'
import { readPostback } from './readPostback.ts'
import { readReaction } from './readReaction.ts'
import { readDelivery, readRead } from './readReceipts.ts'
import { readReferral } from './readReferral.ts'
import { readPassThreadControl, readRequestThreadControl, readTakeThreadControl } from './readThreadControl.ts'
import type { Reading, Update, UpdateReader } from './update.ts'

/** The key of an update tells its kind; the first that is there decides. */
const readers: [key: string, read: UpdateReader][] = [
  ['message', readMessage],
  ['postback', readPostback],
  ['message_edit', readMessageEdit],
  ['reaction', readReaction],
  ['referral', readReferral],
  ['pass_thread_control', readPassThreadControl],
  ['take_thread_control', readTakeThreadControl],
  ['request_thread_control', readRequestThreadControl],
  ['delivery', readDelivery],
  ['read', readRead],
  ['optin', readOptin],
  ['account_linking', readAccountLinking],
  ['response_feedback', readFeedback],
  ['policy_enforcement', readPolicyEnforcement],
  ['policy-enforcement', readPolicyEnforcement],
]

const envelopeKeys = new Set(['sender', 'recipient', 'timestamp'])

/** Reads one update of any kind. Kinds that we do not use (app roles, calls …) are observed by name. */
export function readUpdate(update: Update): Reading {
  const reader = readers.find(([key]) => update.item[key] !== undefined && update.item[key] !== null)
  if (reader) return reader[1](update)
  const key = Object.keys(update.item).find((name) => !envelopeKeys.has(name) && /^[\w-]{1,60}$/.test(name))
  return { observation: { kind: 'other', code: key ?? 'empty', at: update.occurredAt, ...personIdIfAny(update) } }
}
