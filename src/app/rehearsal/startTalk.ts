import { DateTime, type DurationLikeObject } from 'luxon'
import type { Appointments } from '../../../dialogs/booking/appointments.ts'
import { createBot } from '../../../dialogs/rootDialog.ts'
import { whenPutOff } from '../../../dialogs/whenAnswered.ts'
import { fillFacts } from '../../content/fillFacts.ts'
import type { ServiceFacts } from '../../content/serviceFactsSchema.ts'
import type { PatientActivity, Reply } from '../../conversation/activity.ts'
import { CollectingAdapter } from '../../conversation/collectingAdapter.ts'
import { type Choice, newSession, type Session } from '../../conversation/session.ts'
import { toldPromise } from '../../handoff/promise.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Decision } from '../../nlu/decide.ts'
import type { FindDanger } from '../../safety/findDanger.ts'
import { createSafetyReplies } from '../../safety/replies.ts'
import type { OpenPack } from '../openPack.ts'
import { noAppointments } from './noAppointments.ts'
import { recordEscalations } from './recordEscalations.ts'

const CLAIM = { conversationId: 'c-1', channel: 'messenger', address: 'p-1', epoch: 1 } as const

/** What the bot talks with: a pack, learnt; a service's facts; the safety gate. */
export type Cast = { pack: OpenPack; service: ServiceFacts; findDanger: FindDanger }

/** One message of the bot, as a patient reads it. */
export type Said = { text: string; choices: string[] }
export type Talk = ReturnType<typeof startTalk>

export type TalkOptions = {
  /** The time of the first message. A Monday morning within opening hours when absent. */
  now?: DateTime
  /** Facts that differ from the service's. */
  facts?: Partial<ServiceFacts>
  /** What is remembered of an earlier conversation. */
  session?: Session
  /** What is understood, in place of what our classifier makes of it. */
  understand?: (text: string) => Decision
  /** The pack has no guide. */
  without?: 'guide'
  /** Where appointments are booked; a service without clinics when absent. */
  appointments?: (clock: Clock) => Appointments
  conversationId?: string
}

/** A conversation with the real bot, by a given clock, with the session in memory: through JSON between two messages, as in a store. */
export function startTalk({ pack, service: own, findDanger }: Cast, options: TalkOptions = {}) {
  const {
    now = DateTime.fromISO('2026-11-23T10:00', { zone: 'Europe/London' }),
    facts,
    session,
    understand,
    without,
    appointments = () => noAppointments,
    conversationId = CLAIM.conversationId,
  } = options
  const service = { ...own, ...facts }
  let time = now.toUTC()
  const clock = { now: () => time }
  const recorded = recordEscalations(service, clock)
  const bot = createBot({
    intent: (id) => pack.intents.get(id),
    guide: (id) => (without === 'guide' ? undefined : pack.guides.get(id)),
    language: (code) => pack.languages.get(code),
    languageOf: (text) => pack.languages.get(pack.languageOf(text) ?? ''),
    understand: async (text, topic) => understand?.(text) ?? (await pack.read(text, topic)).decision,
    checkSafety: findDanger,
    safetyReplies: createSafetyReplies(pack.text),
    text: pack.text,
    facts: async () => service,
    fillFacts,
    escalations: recorded.escalations,
    appointments: appointments(clock),
    clock,
  })
  let kept = session ?? newSession()
  let events = 0
  const offered: Choice[] = []
  const messages = new Map<string, string>()

  let last: { activity: PatientActivity; session: Session } | undefined

  async function does(activity: PatientActivity, again = false): Promise<Said[]> {
    if (!again) events += 1
    last = { activity, session: structuredClone(kept) }
    const event = { id: events, key: `talk:${events}`, kind: 'said', occurredAt: time.toJSDate(), attempts: 0, activity } as const
    const replies = await new CollectingAdapter().run({ ...CLAIM, conversationId }, activity, (context) => bot(context, kept, event))
    kept = JSON.parse(JSON.stringify(kept))
    for (const reply of replies) offered.push(...choicesOf(reply))
    return replies.map((reply) => ({ text: reply.text ?? '', choices: choicesOf(reply).map(({ title }) => title) }))
  }

  return {
    /** The patient opens the conversation with Get Started, or comes to it by a link (`referral`). */
    opens: (name = 'getStarted') => does({ type: 'event', name }),
    says(text: string) {
      const id = `m${events + 1}`
      messages.set(text, id)
      return does({ type: 'message', id, text })
    },
    /** Taps a choice that was offered, by its title; anything else is sent as the value of a button. */
    taps(title: string) {
      const choice = offered.findLast((one) => one.title === title)
      return does({ type: 'message', id: `m${events + 1}`, text: choice?.title ?? '', value: choice?.value ?? title })
    },
    sends: (attachmentType: string, text?: string) =>
      does({ type: 'message', id: `m${events + 1}`, ...(text ? { text } : {}), attachments: [{ contentType: attachmentType }] }),
    /** Edits a message: the one that read so, or the newest. */
    edits(text: string, of?: string) {
      const id = of === undefined ? [...messages.values()].at(-1) : messages.get(of)
      if (!id) throw new Error(`Nothing was said that could be edited: ${of}`)
      messages.set(text, id)
      return does({ type: 'messageUpdate', id, text })
    },
    /** The last event is taken again, as after a crash before its session was saved. */
    again() {
      if (!last) throw new Error('Nothing has happened yet.')
      kept = last.session
      return does(last.activity, true)
    },
    waits(duration: DurationLikeObject) {
      time = time.plus(duration)
    },
    /** The store has lost the session. */
    forgets() {
      kept = { ...newSession(), lost: true }
    },
    /** A member of staff has had the conversation, and the bot has it again. */
    staffAnswer() {
      kept.afterStaff = true
    },
    /** She has had the conversation and hands it back at our desk: the bot is told. */
    handsBack(firstName: string) {
      kept.afterStaff = true
      return does({ type: 'event', name: 'handedBack', value: firstName })
    },
    /** The service looks at what has waited for staff, and may tell the patient that it takes longer. */
    looks(): Said[] {
      const due = recorded.look(conversationId)
      if (!due) return []
      return [{ text: whenPutOff(toldPromise(service, time, due.until), service.timeZone, time, service), choices: [] }]
    },
    staffCloseAll: recorded.closeAll,
    escalations: recorded.all,
    session: () => kept,
    now: () => time,
  }
}

function choicesOf({ suggestedActions }: Reply): Choice[] {
  return (suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value }))
}
