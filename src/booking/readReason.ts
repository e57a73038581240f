/** For so long a colleague's reason to look at somebody holds: the pages about her are one piece of work. Looking does not make it longer. */
export const REASON_MINUTES = 60

/** Why a colleague looks at somebody's record, as she said last; undefined: she has not said so lately. */
export type ReadReason = (accountId: string, participantId: string, now: Date) => Promise<string | undefined>
