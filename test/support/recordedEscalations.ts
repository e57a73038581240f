import { dangers, type EscalationRequest, type Escalations } from '../../src/handoff/escalation.ts'
import { type OpeningHours, staffHours } from '../../src/handoff/staffHours.ts'
import type { Clock } from '../../src/kernel/clock.ts'

/** Escalations in memory, for a test to read: what was asked for, and the notes as they are now. */
export function recordEscalations(hours: OpeningHours, clock: Clock) {
  const open: EscalationRequest[] = []
  const all: EscalationRequest[] = []
  const escalations: Escalations = {
    async escalate(request) {
      const alreadyOpen = open.some(
        ({ conversationId, reason, eventId }) =>
          conversationId === request.conversationId && reason === request.reason && eventId !== request.eventId,
      )
      if (!all.some(({ reason, eventId }) => reason === request.reason && eventId === request.eventId)) {
        const kept = { ...request }
        all.push(kept)
        open.push(kept)
      }
      return { alreadyOpen, hours: staffHours(hours, clock.now()), timeZone: hours.timeZone }
    },
    async addNote(conversationId, reason, note) {
      const newest = open.findLast((request) => request.conversationId === conversationId && request.reason === reason)
      if (newest && !newest.note?.split('\n').includes(note)) newest.note = [newest.note, note].filter(Boolean).join('\n')
      return newest !== undefined
    },
    async staffAnswered(conversationId) {
      const kept = open.filter((request) => request.conversationId !== conversationId || dangers.includes(request.reason))
      open.splice(0, open.length, ...kept)
    },
  }
  return {
    escalations,
    all,
    /** Staff have dealt with all of them. */
    closeAll: () => void open.splice(0),
  }
}
