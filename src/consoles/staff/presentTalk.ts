import type { EscalationShown, TalkEntry, TalkItem } from '../../handoff/conversationView.ts'
import { deliveryWords } from './deliveryWords.ts'
import { dayWords, reasonWords, timeWords, urgencyWords } from './deskWords.ts'

/** Messages of one speaker this close together share their line of name. */
const TOGETHER_MS = 5 * 60_000

type Shown = { id: string; kind: string; by?: string; at?: string } & Record<string, unknown>

/** The items as their template wants them, with a line before each new day. */
export function presentItems(items: TalkItem[], now: Date, zone: string): Shown[] {
  const shown: Shown[] = []
  let day = ''
  let before: { by: string; at: Date } | undefined
  for (const item of items) {
    if (isForMachines(item)) continue
    const thisDay = dayWords(item.at, now, zone)
    if (thisDay !== day) {
      day = thisDay
      before = undefined
      shown.push({ id: `day-${item.at.toISOString().slice(0, 10)}-${item.id.slice(0, 8)}`, kind: 'day', text: day })
    }
    const made = item.kind === 'note' ? presentNote(item, zone) : presentEntry(item, zone)
    const follows = before !== undefined && before.by === made.by && item.at.getTime() - before.at.getTime() < TOGETHER_MS
    before = { by: made.by ?? '', at: item.at }
    shown.push({ ...made, follows: follows && made.kind !== 'system' && made.kind !== 'note' })
  }
  return shown
}

/** What tells the bot or another system of something that has its own line. */
function isForMachines(item: TalkItem): boolean {
  if (item.kind === 'note') return false
  const event = item.said?.event
  return event === 'handoff.status' || (event === 'handedBack' && item.who === 'patient')
}

function presentNote({ id, at, by, text }: Extract<TalkItem, { kind: 'note' }>, zone: string): Shown {
  return { id: `note-${id}`, kind: 'note', by: `Note by ${by}`, at: at.toISOString(), clock: clockOf(at, zone), text }
}

function presentEntry(entry: TalkEntry, zone: string): Shown {
  const { id, at, who, said, delivery } = entry
  const base = { id: `entry-${id}`, at: at.toISOString(), clock: clockOf(at, zone) }
  if (said?.event || who === 'system') return { ...base, kind: 'system', text: said?.text ?? 'Something happened that has no words' }
  if (said?.reaction) return { ...base, kind: 'system', text: `The patient reacted: ${said.reaction}` }
  const fared = delivery && deliveryWords(delivery)
  return {
    ...base,
    kind: 'said',
    who,
    by: byWords(entry),
    ...(said ?? { isGone: true }),
    ...(fared ? { delivery: { status: delivery.status, ...fared, clock: clockOf(delivery.at, zone) } } : {}),
  }
}

function byWords({ who, name, drafted }: TalkEntry): string {
  switch (who) {
    case 'patient':
      return 'Patient'
    case 'assistant':
      return name ? `Assistant, sent by ${name}` : 'Assistant'
    case 'colleague':
      return `${name ?? 'A colleague'}${drafted ? ', from a draft' : ''}`
    default:
      return name ?? 'Page inbox'
  }
}

const ends = { answered: 'answered', closed: 'closed', handedBack: 'handed back' } as const

export function presentEscalation(escalation: EscalationShown, now: Date, zone: string) {
  const { id, reason, urgency, at, note, promisedFor, isTold, renewals, closed } = escalation
  return {
    id,
    reason: reasonWords(reason),
    urgency,
    urgencyWord: urgencyWords[urgency],
    at: at.toISOString(),
    atWords: timeWords(at, now, zone),
    note,
    promised: promisedFor?.toISOString(),
    promisedWords: promisedFor && timeWords(promisedFor, now, zone),
    isTold,
    isLate: !closed && promisedFor !== undefined && promisedFor <= now,
    renewals,
    closed: closed && `${ends[closed.as ?? 'closed']}${closed.by ? ` by ${closed.by}` : ''}, ${timeWords(closed.at, now, zone)}`,
  }
}

const clockOf = (at: Date, zone: string): string =>
  at.toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: zone }).replace(' ', '')
