import { ageOf, type Open, type PutOff } from '../../handoff/ageing.ts'
import { dangers, type EscalationRequest, type Escalations, quietDangers } from '../../handoff/escalation.ts'
import { type AnswerTimes, promiseFor } from '../../handoff/promise.ts'
import { promiseToTell } from '../../handoff/promiseToTell.ts'
import { staffHours } from '../../handoff/staffHours.ts'
import { urgencyOf } from '../../handoff/urgencyOf.ts'
import type { Clock } from '../../kernel/clock.ts'

type Kept = { request: EscalationRequest; isOpen: boolean; createdAt: Date; renewals: number; promisedFor?: Date; alertedAt?: Date }

/** Escalations in memory: what was asked for, and the notes as they are now. */
export function recordEscalations(times: AnswerTimes, clock: Clock) {
  const kept: Kept[] = []
  const all: EscalationRequest[] = []
  const openOf = (conversationId: string) => kept.filter(({ request, isOpen }) => isOpen && request.conversationId === conversationId)
  const told = (conversationId: string, own?: Date) => {
    const here = kept.filter((one) => one.request.conversationId === conversationId)
    const promise = promiseToTell(
      times,
      clock.now(),
      here.map(({ request: { reason }, ...rest }) => ({ reason, ...rest })),
      own,
    )
    return { hours: staffHours(times, clock.now()), promise, timeZone: times.timeZone }
  }
  const escalations: Escalations = {
    async escalate(request) {
      const now = clock.now()
      const { conversationId, reason, eventId } = request
      const open = openOf(conversationId)
      const alreadyOpen = open.some((one) => one.request.reason === reason && one.request.eventId !== eventId)
      const own = promiseFor(times, now, times.answerWithin[urgencyOf(reason)])
      if (!all.some((one) => one.reason === reason && one.eventId === eventId)) {
        const promises = [own, ...open.map(({ promisedFor }) => promisedFor)].flatMap((at) => (at && at > now.toJSDate() ? [at] : []))
        const [promisedFor] = promises.sort((a, b) => a.getTime() - b.getTime())
        const copy = { ...request }
        all.push(copy)
        kept.push({ request: copy, isOpen: true, createdAt: now.toJSDate(), renewals: 0, ...(promisedFor && { promisedFor }) })
      }
      return { alreadyOpen, ...told(conversationId, own) }
    },
    promised: async (conversationId) => told(conversationId),
    async addNote(conversationId, reason, note) {
      const newest = openOf(conversationId).findLast(({ request }) => request.reason === reason)?.request
      if (newest && !newest.note?.split('\n').includes(note)) newest.note = [newest.note, note].filter(Boolean).join('\n')
      return newest !== undefined
    },
    async withdraw(conversationId, reason) {
      if (!dangers.includes(reason)) close(openOf(conversationId).filter(({ request }) => request.reason === reason))
    },
    async staffAnswered(conversationId, answeredAt) {
      close(openOf(conversationId).filter(({ request, createdAt }) => !dangers.includes(request.reason) && createdAt <= answeredAt))
    },
  }
  return {
    escalations,
    all,
    /** The look at what waits: staff are alerted anew, and what a patient is told of is returned. */
    look(conversationId: string): PutOff | undefined {
      const here = openOf(conversationId)
      const open = here.map((one, n): Open => ({ ...one, id: `${n}`, reason: one.request.reason, urgency: urgencyOf(one.request.reason) }))
      const isQuiet = kept.some(({ request }) => request.conversationId === conversationId && quietDangers.includes(request.reason))
      const due = ageOf(times, clock.now(), { conversationId, open, owner: 'bot', isQuiet, isReachable: true })
      for (const { id } of due.alert) Object.assign(here[Number(id)] ?? {}, { alertedAt: clock.now().toJSDate() })
      for (const { id } of due.putOff?.escalations ?? []) {
        const { until: promisedFor, renewals } = due.putOff ?? {}
        Object.assign(here[Number(id)] ?? {}, { renewals, ...(promisedFor && { promisedFor }) })
      }
      return due.putOff
    },
    /** Reasons that are still open. */
    open: () => kept.flatMap(({ request, isOpen }) => (isOpen ? [request.reason] : [])),
    /** Staff have dealt with all of them. */
    closeAll: () => close(kept),
  }
}

function close(some: Kept[]): void {
  for (const one of some) one.isOpen = false
}
