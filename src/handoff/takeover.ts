/** The colleague who acts. */
export type Colleague = { id: string; firstName: string }

/** Whose a conversation is, for the page. */
export type Owner =
  | { kind: 'bot' }
  /** In the queue: nobody answers until somebody takes it. */
  | { kind: 'nobody' }
  | { kind: 'colleague'; id: string; firstName: string; since: Date; until?: Date }
  /** Somebody answers in Meta's own inbox, or another system has the thread. */
  | { kind: 'elsewhere'; name: string; until?: Date }

export type Taken =
  | { kind: 'taken' }
  /** It is mine already. */
  | { kind: 'mine' }
  /** Somebody was faster, or has it: it stays hers. */
  | { kind: 'held'; owner: Owner }
  /** The channel does not give the thread back: who has it there has to let it go. */
  | { kind: 'refused'; code: string }
  | { kind: 'unknown' }

export type LetGo = { kind: 'done' } | { kind: 'notMine'; owner: Owner } | { kind: 'unknown' }

/** `refused`: the channel did not pass it on, or her words are still on their way there (`STILL_SENDING`). */
export type PassedOut = LetGo | { kind: 'refused'; code: string }

export type Said =
  | { kind: 'said' }
  /** Somebody else has it by now: nothing was sent, and her words are given back to her. */
  | { kind: 'notMine'; owner: Owner }
  /** On this channel nothing can be sent any more until the patient writes; `since`: the end of the time for it. */
  | { kind: 'closed'; since: Date }
  | { kind: 'unknown' }

/**
 * A conversation's way between the bot, the colleagues and the queue. Each call is one statement: it is done wholly, or not at all
 * because it was somebody else's. What the bot was about to say is dropped from the moment that a person has it.
 */
export type Takeover = {
  /** `from`: the colleague it is taken from, when she is still its owner. The patient is told who it is, but after a crisis or abuse. */
  take(conversationId: string, by: Colleague, from?: string): Promise<Taken>
  /** Back into the queue, where others see it. */
  release(conversationId: string, by: Colleague): Promise<LetGo>
  pass(conversationId: string, by: Colleague, to: Colleague): Promise<LetGo>
  /** To the people who answer in the channel's own inbox; the bot and the queue have it no more. */
  passToInbox(conversationId: string, by: Colleague): Promise<PassedOut>
  /** To the bot, which says so to the patient and takes up the open question; open escalations are closed, dangers too. */
  handBack(conversationId: string, by: Colleague): Promise<LetGo>
  /** A colleague's words to the patient. The same `key` says it once. */
  say(conversationId: string, by: Colleague, message: { key: string; text: string }): Promise<Said>
  /** She is at it (writes, reads, notes): she keeps it for some time more. */
  attend(conversationId: string, by: Colleague): Promise<void>
  /**
   * She has signed out, or may no longer work here: of her conversations those go back to the queue in which the patient waits or
   * somebody is still needed, or there was a crisis or abuse, and the others to the bot. Returns how many there were.
   */
  leaveAll(accountId: string): Promise<number>
}
