/** Somebody whose identity was confirmed on our page. */
export type CheckedPerson = { participantId: string; checkedAt: Date; lapsesAt: Date }

/** Who was checked in a conversation (`CheckLinks.use` puts it down). Two may use one account: the last one counts, and nobody comes back without a new check. */
export type CheckedPeople = {
  current(conversationId: string, now: Date): Promise<CheckedPerson | undefined>
  /** "That's not me", "forget me": from now on nobody is checked there. */
  drop(conversationId: string, now: Date): Promise<void>
}
