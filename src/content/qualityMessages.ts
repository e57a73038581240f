/** What became of the real messages of one week: `week` is its Monday as an ISO date, in the service's zone. */
export type MessageWeek = {
  week: string
  answered: number
  unsure: number
  notUnderstood: number
  /** Flagged as an emergency, a crisis, abuse or a symptom. */
  danger: number
  /** What patients said of answers. */
  helped: number
  notHelped: number
}

/** An intent in real messages: how often it was answered, offered as one of a few, and what patients said of the answer. */
export type IntentMessages = { answered: number; offered: number; helped: number; notHelped: number }

/** How real messages fared: counts alone. */
export type QualityMessages = {
  /** From the Monday `weeks - 1` weeks ago on, oldest first, with weeks in which nothing came. */
  byWeek(weeks: number, timeZone: string): Promise<MessageWeek[]>
  ofIntent(intent: string, weeks: number, timeZone: string): Promise<IntentMessages>
}
