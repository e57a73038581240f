import type { EscalationReason } from '../src/handoff/escalation.ts'

/** Why a person is called for an intent, where it is not simply that somebody asked for one. */
const REASONS: Record<string, EscalationReason> = {
  complaint: 'complaint',
  bereavement: 'bereavement',
  high_risk_brca: 'veryHighRisk',
  recalled_worried: 'recall',
  past_trauma: 'distress',
}

export const reasonFor = (intent: string): EscalationReason => REASONS[intent] ?? 'asked'

/** Whoever tells of these wants nothing else now: what was open is closed. */
export const endsWhatWasOpen = (intent: string): boolean => ['complaint', 'bereavement', 'goodbye'].includes(intent)
