import { z } from 'zod'
import { neverConnected } from '../kernel/neverConnected.ts'
import type { FindOutcome, NoticeSender, SendOutcome } from './noticeSender.ts'
import type { NotifyApi } from './notifyClient.ts'

type Templates = { sms: string; email: string }

const takenSchema = z.object({ data: z.object({ id: z.string() }) })
const foundSchema = z.object({ data: z.object({ notifications: z.array(z.object({ id: z.string() })) }) })
const failureSchema = z.object({
  response: z.object({
    status: z.number(),
    data: z
      .object({ errors: z.array(z.object({ error: z.string().regex(/^\w+$/) })).min(1) })
      .optional()
      .catch(undefined),
  }),
})

/**
 * GOV.UK Notify as the sender of notices. The templates hold nothing but ((message)), and ((subject)) and ((body)): the words are ours.
 * Notify remembers a message for seven days, and is asked for it by the notice's id.
 */
export function createNotifySender(client: NotifyApi, templates: Templates): NoticeSender {
  return {
    async send({ via, to }, { sms, email }, reference) {
      try {
        const answer =
          via === 'sms'
            ? await client.sendSms(templates.sms, to, { personalisation: { message: sms }, reference })
            : await client.sendEmail(templates.email, to, { personalisation: email, reference })
        const taken = takenSchema.safeParse(answer)
        return taken.success ? { kind: 'sent', providerId: taken.data.data.id } : { kind: 'later', code: 'UNREADABLE', unknown: true }
      } catch (error) {
        return judge(error)
      }
    },

    async find(via, reference) {
      try {
        const found = foundSchema.safeParse(await client.getNotifications(via, undefined, reference))
        if (!found.success) return { kind: 'later', code: 'UNREADABLE', unknown: true }
        const [first] = found.data.data.notifications
        return first ? { kind: 'found', providerId: first.id } : { kind: 'none' }
      } catch (error) {
        return unanswered(judge(error))
      }
    },
  }
}

/** By the status alone: Notify's own advice, for its texts change. What is thrown holds the key and the number, and is looked at no further. */
function judge(error: unknown): Exclude<SendOutcome, { kind: 'sent' }> {
  const { data: failure } = failureSchema.safeParse(error)
  if (!failure) return { kind: 'later', code: 'NO_ANSWER', unknown: !neverConnected(error) }
  const { status, data } = failure.response
  const code = [`NOTIFY_${status}`, data?.errors[0]?.error].filter(Boolean).join('_')
  if (status === 401 || status === 403) return { kind: 'denied', code }
  if (status === 429) return { kind: 'later', code, unknown: false }
  if (status >= 400 && status < 500) return { kind: 'refused', code }
  return { kind: 'later', code, unknown: true }
}

/** Whoever cannot be asked has not said no. */
function unanswered(outcome: Exclude<SendOutcome, { kind: 'sent' }>): FindOutcome {
  return outcome.kind === 'refused' ? { kind: 'later', code: outcome.code, unknown: true } : outcome
}
