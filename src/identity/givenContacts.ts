/** How somebody wants to be reached, as she gave it with a check. `mobile`: in one form, with its +. */
export type GivenContacts = { mobile: string }

/** What she gave last (`CheckLinks.use` keeps it). */
export type FindGivenContacts = (participantId: string) => Promise<GivenContacts | undefined>
