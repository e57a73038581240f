import { z } from 'zod'
import { ifReadable } from './ifReadable.ts'
import { personIdIfAny } from './personId.ts'
import { platformId } from './platformId.ts'
import type { Reading, Update } from './update.ts'

const code = z.string().regex(/^[\w .-]{1,80}$/)
const optinSchema = z.object({ optin: z.object({ type: ifReadable(code) }) })
const linkingSchema = z.object({ account_linking: z.object({ status: code }) })
const feedbackSchema = z.object({ response_feedback: z.object({ feedback: code, mid: ifReadable(platformId) }) })
const policySchema = z.object({ action: code, reason: ifReadable(z.string()) })

/** `messaging_optins`, with neither its token nor its payload. A `user_ref` in place of a person leaves no address. */
export function readOptin(update: Update): Reading {
  const { type } = optinSchema.parse(update.item).optin
  return { observation: { kind: 'optin', ...about(update), ...(type ? { type } : {}) } }
}

/** `messaging_account_linking`, without its authorisation code. */
export function readAccountLinking(update: Update): Reading {
  const { status } = linkingSchema.parse(update.item).account_linking
  return { observation: { kind: 'accountLinking', ...about(update), status } }
}

/** `response_feedback`: a thumb up or down on one of our messages. */
export function readFeedback(update: Update): Reading {
  const { feedback, mid } = feedbackSchema.parse(update.item).response_feedback
  return { observation: { kind: 'feedback', ...about(update), feedback, ...(mid ? { mid } : {}) } }
}

/** `messaging_policy_enforcement`: Meta warns, blocks or unblocks the page. Spelt with a hyphen in some payloads. */
export function readPolicyEnforcement(update: Update): Reading {
  const { action, reason } = policySchema.parse(update.item.policy_enforcement ?? update.item['policy-enforcement'])
  return { observation: { kind: 'policyEnforcement', ...about(update), action, ...(reason ? { reason } : {}) } }
}

function about(update: Update): { at: Date; address?: string } {
  return { at: update.occurredAt, ...personIdIfAny(update) }
}
