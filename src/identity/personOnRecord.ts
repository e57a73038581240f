import type { LetterNumber } from './letterNumber.ts'

/** What an invited person is checked against. `dateOfBirth`: ISO date. */
export type PersonOnRecord = { id: string; details: { dateOfBirth: string; nhsNumber?: string; sxNumber?: string } }

/** Looks somebody up by the number from the letter. */
export type FindPerson = (number: LetterNumber) => Promise<PersonOnRecord | undefined>
