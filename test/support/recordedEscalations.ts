import type { EscalationRequest, Escalations } from '../../src/handoff/escalation.ts'
import { type OpeningHours, staffHours } from '../../src/handoff/staffHours.ts'
import type { Clock } from '../../src/kernel/clock.ts'

/** Escalations in memory, for a test to read: what was asked for, and the notes as they are now. */
export function recordEscalations(hours: OpeningHours, clock: Clock) {
  const open: EscalationRequest[] = []
  const all: EscalationRequest[] = []
  const escalations: Escalations = {
    async escalate(request) {
      const alreadyOpen = open.some(({ reason, eventId }) => reason === request.reason && eventId !== request.eventId)
      if (!all.some(({ reason, eventId }) => reason === request.reason && eventId === request.eventId)) {
        const kept = { ...request }
        all.push(kept)
        open.push(kept)
      }
      return { alreadyOpen, hours: staffHours(hours, clock.now()), timeZone: hours.timeZone }
    },
    async addNote(conversationId, note) {
      const newest = open.findLast((request) => request.conversationId === conversationId)
      if (newest) newest.note = note
      return newest !== undefined
    },
  }
  return {
    escalations,
    all,
    /** Staff have dealt with all of them. */
    closeAll: () => void open.splice(0),
  }
}
