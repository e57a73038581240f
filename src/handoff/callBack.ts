import type { Colleague } from './takeover.ts'

/** Whom to ring, and what about; sealed. */
export type CallBackDetails = { name: string; phone: string; about: string }

/** How it ended. noAnswer: tried in vain, and given up. */
export type CallBackOutcome = 'reached' | 'noAnswer' | 'wrongNumber'

export type CallBack = {
  id: string
  details: CallBackDetails
  dueBy: Date
  created: { at: Date; by: string }
  conversationId?: string
  participantId?: string
  taken?: { at: Date; by: string; accountId: string }
  done?: { at: Date; by: string; outcome: CallBackOutcome }
  /** Rings that nobody answered. */
  tries: { at: Date; by: string }[]
}

export type NewCallBack = {
  /** Of the form it was filled in on: sending it again makes no second one. */
  key: string
  details: CallBackDetails
  dueBy: Date
  conversationId?: string
  participantId?: string
}

export type CallBackMove =
  | { kind: 'moved' }
  /** A colleague was faster: as it stands now. */
  | { kind: 'elsewhere'; callBack: CallBack }
  | { kind: 'unknown' }

/** People who are to be rung. */
export type CallBacks = {
  /** Returns its id. */
  add(callBack: NewCallBack, by: Colleague): Promise<string>
  get(id: string): Promise<CallBack | undefined>
  /** Open ones by when they are due, or the last that are done. */
  list(which: 'open' | 'done', limit: number): Promise<CallBack[]>
  of(participantId: string): Promise<CallBack[]>
  /** By one colleague, as long as no other has it; `from`: the colleague it is knowingly taken from. */
  take(id: string, by: Colleague, from?: string): Promise<CallBackMove>
  /** Nobody answered: it stays open, due again by then. The same key counts once. */
  tried(id: string, by: Colleague, key: string, dueBy: Date): Promise<CallBackMove>
  finish(id: string, by: Colleague, outcome: CallBackOutcome): Promise<CallBackMove>
}
