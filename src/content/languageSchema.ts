import { z } from 'zod'
import { daySchema, sourceSchema } from './intentSchema.ts'

/** 20 characters is what Messenger's buttons and quick replies hold. */
const buttonTitle = z.string().trim().min(1).max(20)

/**
 * One file of `intents/languages/`: the fixed words that a message in another language gets, in that language: an interpreter and a person
 * are offered. The text may name a service fact, `{{phone}}`.
 */
export const languageSchema = z
  .strictObject({
    /** Its code, as the detector of languages tells it: two or three letters. */
    language: z.string().regex(/^[a-z]{2,3}$/, 'two or three lower-case letters'),
    /** What its speakers call it. */
    name: z.string().trim().min(1).max(40),
    /** What staff are told. */
    englishName: z.string().trim().min(1).max(40),
    rightToLeft: z.boolean().default(false),
    /** Fits a Messenger bubble with buttons. */
    text: z
      .string()
      .trim()
      .min(1)
      .max(640)
      .refine((text) => /(?<!\d)999(?!\d)/.test(text), 'must say 999, the number for emergencies')
      .refine((text) => /\binterpreter\b/.test(text), 'must say interpreter, the word to write'),
    /** "I need an interpreter". */
    interpreter: buttonTitle,
    /** "Talk to a person". */
    person: buttonTitle,
    /** Whether a native speaker has read it; `checkedBy`: who. */
    nativeCheck: z.enum(['awaiting', 'done']),
    checkedBy: z.string().trim().min(1).max(80).optional(),
    source: sourceSchema,
    reviewed: daySchema,
    reviewBy: daySchema,
  })
  .refine((language) => language.reviewBy > language.reviewed, { error: 'must be after reviewed', path: ['reviewBy'] })
  .refine(({ nativeCheck, checkedBy }) => nativeCheck === 'awaiting' || checkedBy, {
    error: 'must be named',
    path: ['checkedBy'],
  })

export type Language = z.infer<typeof languageSchema>
