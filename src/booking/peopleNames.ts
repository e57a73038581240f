/** What lists show of somebody. */
export type PersonName = { name: string; mobile?: string }

/** The names of these people, opened; who is not there any more is left out. */
export type PeopleNames = (ids: readonly string[]) => Promise<Map<string, PersonName>>
