import { readFile } from 'node:fs/promises'
import { DateTime, type DurationLikeObject } from 'luxon'
import { parse } from 'yaml'
import type { Appointments } from '../../dialogs/booking/appointments.ts'
import { createBot } from '../../dialogs/rootDialog.ts'
import { whenPutOff } from '../../dialogs/whenAnswered.ts'
import { openPack } from '../../src/app/openContent.ts'
import { openSafety } from '../../src/app/openSafety.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import { fillFacts } from '../../src/content/fillFacts.ts'
import { type ServiceFacts, serviceFactsSchema } from '../../src/content/serviceFactsSchema.ts'
import type { PatientActivity, Reply } from '../../src/conversation/activity.ts'
import { CollectingAdapter } from '../../src/conversation/collectingAdapter.ts'
import { type Choice, newSession, type Session } from '../../src/conversation/session.ts'
import { toldPromise } from '../../src/handoff/promise.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Decision } from '../../src/nlu/decide.ts'
import { safetyReplies } from '../../src/safety/findDanger.ts'
import { noAppointments } from './noAppointments.ts'
import { recordEscalations } from './recordedEscalations.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const CLAIM = { conversationId: 'c-1', channel: 'messenger', address: 'p-1', epoch: 1 } as const

/** One message of the bot, as a test reads it. */
export type Said = { text: string; choices: string[] }
export type Talk = Awaited<ReturnType<typeof startTalk>>

type Options = {
  /** The time of the first message. A Monday morning within opening hours when absent. */
  now?: DateTime
  /** Facts that differ from the demo service's. */
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

/**
 * A conversation with the real bot: our intents, the demo service's facts, a given clock, and the session in memory,
 * through JSON between two messages as in a store.
 */
export async function startTalk({
  now = DateTime.fromISO('2026-11-23T10:00', { zone: 'Europe/London' }),
  facts,
  session,
  understand,
  without,
  appointments = () => noAppointments,
  conversationId = CLAIM.conversationId,
}: Options = {}) {
  const { demo, pack, findDanger } = await loadContent()
  const service = { ...demo, ...facts }
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
    safetyReplies,
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

const loadContent = once(async () => {
  const demo = serviceFactsSchema.parse(parse(await readFile(`${ROOT}demo/service.yaml`, 'utf8')))
  const understanding = await openUnderstanding(silentLog)
  const { findDanger } = await openSafety(understanding)
  return { demo, pack: await openPack(understanding), findDanger }
})

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}
