import type { IncomingEvent } from '../../../conversation/incomingEvent.ts'
import type { Observation } from '../observation.ts'

/** One item of `messaging` or `standby`, with what its reader must know of the place where it stood. */
export type Update = {
  item: Record<string, unknown>
  /** Another app or a person holds the thread; we only listen. */
  standby: boolean
  pageId: string
  appId: string | undefined
  occurredAt: Date
}

export type Reading = { event: IncomingEvent } | { observation: Observation }

/** Reads one kind of update. Throws a ZodError whose messages are fault codes where we give one. */
export type UpdateReader = (update: Update) => Reading
