import { DateTime } from 'luxon'
import type { ChannelName } from '../../conversation/incomingEvent.ts'
import type { EscalationReason, Urgency } from '../../handoff/escalation.ts'
import type { Owner } from '../../handoff/takeover.ts'

/** Why somebody is needed, in a colleague's words. Reasons that are not known here are shown as they are. */
const reasons: Partial<Record<EscalationReason, string>> = {
  asked: 'Asked for a person',
  emergency: 'Emergency',
  crisis: 'Crisis',
  abuse: 'Abuse',
  symptom: 'Symptom',
  complaint: 'Complaint',
  bereavement: 'Bereavement',
  distress: 'Distress',
  recall: 'Recalled after screening',
  notUnderstood: 'Not understood',
  optOut: 'Wants no more invitations',
  veryHighRisk: 'Very high risk',
  records: 'Records',
  draft: 'A draft to look at',
  left: 'A colleague has left it',
  botFailure: 'The assistant failed',
  undelivered: 'A message did not arrive',
}

export const reasonWords = (reason: EscalationReason): string =>
  reasons[reason] ?? reason.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase())

export const urgencyWords: Record<Urgency, string> = { now: 'Now', today: 'Today', soon: 'Soon' }

export const channelWords: Record<ChannelName, string> = { messenger: 'Messenger', directline: 'Web chat', botframework: 'Bot Framework' }

/** What a conversation is called: the name of who was checked in it, or a name that tells it from others. */
export function nameOf({ id, channel, name }: { id: string; channel: ChannelName; name?: string }): string {
  return name ?? `${channelWords[channel]} visitor ${id.slice(0, 4).toUpperCase()}`
}

export function ownerWords(owner: Owner): string {
  switch (owner.kind) {
    case 'bot':
      return 'The assistant answers'
    case 'nobody':
      return 'Nobody has it'
    case 'colleague':
      return `${owner.firstName} has it`
    case 'elsewhere':
      return owner.name === 'page inbox' ? 'Answered in the page inbox' : `${owner.name} has it`
  }
}

/** 2:05pm; with the day where it is not today. */
export function timeWords(at: Date, now: Date, zone: string): string {
  const then = DateTime.fromJSDate(at, { zone }).setLocale('en-GB')
  const today = DateTime.fromJSDate(now, { zone })
  const clock = then.toFormat('h:mma').toLowerCase()
  if (then.hasSame(today, 'day')) return clock
  if (then.hasSame(today.plus({ days: 1 }), 'day')) return `${clock} tomorrow`
  return `${then.toFormat(then.hasSame(today, 'year') ? 'ccc d LLL' : 'd LLL yyyy')}, ${clock}`
}

/** Today, Yesterday, or the day in full. */
export function dayWords(at: Date, now: Date, zone: string): string {
  const then = DateTime.fromJSDate(at, { zone }).setLocale('en-GB')
  const today = DateTime.fromJSDate(now, { zone })
  if (then.hasSame(today, 'day')) return 'Today'
  if (then.hasSame(today.minus({ days: 1 }), 'day')) return 'Yesterday'
  return then.toFormat('cccc d LLLL yyyy')
}
