import { z } from 'zod'

export const idSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _')

/** A day without a time, as YAML writes it: 2026-11-21. */
export const daySchema = z.iso.date()

/** Where a text's facts come from. */
export const sourceSchema = z.strictObject({ name: z.string().min(1), url: z.url().optional(), date: daySchema.optional() })

/** The programmes of screening; `general` is what belongs to none: small talk, a complaint, other services. */
export const programmes = ['general', 'breast', 'cervical', 'bowel', 'aaa', 'diabetic_eye', 'lung'] as const

/** A language's code, as the detector of languages tells it, and as the files of `intents/languages/` are called. */
export const languageCodeSchema = z.string().regex(/^[a-z]{2,3}$/, 'two or three lower-case letters')

/** An answer in another language. It is said only when somebody who speaks it has read it. */
const versionSchema = z.strictObject({ text: z.string().trim().min(1).max(640), nativeCheck: z.enum(['awaiting', 'done']) })

/**
 * What the bot says for an intent. Texts may name a service fact in double braces, `{{phone}}`; an unknown name is a
 * fault when the pack is loaded.
 */
export const answerSchema = z.strictObject({
  /** The short answer, said first. Fits a Messenger bubble with buttons. */
  text: z.string().trim().min(1).max(640),
  /** The same in easy words, offered beside the longer part. */
  easyRead: z.string().trim().min(1).max(640).optional(),
  /** Said when the person asks for more. */
  more: z.string().trim().min(1).max(1900).optional(),
  /** Where to read on. */
  link: z.strictObject({ title: z.string().min(1).max(80), url: z.url({ protocol: /^https$/ }) }).optional(),
  /** Ids of the questions offered afterwards. */
  followUps: z.array(idSchema).max(4).default([]),
  /** The short answer in other languages, by their codes. */
  languages: z.record(languageCodeSchema, versionSchema).optional(),
})

/**
 * A worry is met before it is informed: `meets` is said before the answer's text, in the same bubble; then `control`, what she may ask for
 * and decide, with the question whether it helped. `person: soon` passes the conversation to staff with the answer: some worries are
 * not for a program to soothe.
 */
const worrySchema = z.strictObject({
  meets: z.string().trim().min(1).max(240),
  control: z.string().trim().min(1).max(500),
  person: z.enum(['offered', 'soon']).default('offered'),
})

/** One file of `intents/PROGRAMME/`: what a person may mean, how they say it, and the reviewed answer or the dialog it starts. */
export const intentSchema = z
  .strictObject({
    id: idSchema,
    /** Shown as a choice: 20 characters is what Messenger's quick replies hold. */
    title: z.string().trim().min(1).max(20),
    /** What a person with this question might say, in a patient's words: "did you mean …?" */
    asked: z.string().trim().min(1).max(80),
    programme: z.enum(programmes),
    /** The chosen examples: each another way of asking. */
    utterances: z.array(z.string().trim().min(1)).min(5),
    /** Messages by people who had not seen the examples; learnt from like them, shown nowhere. */
    heard: z.array(z.string().trim().min(1)).default([]),
    /** Small talk: answered, never offered as what somebody may have meant. */
    asksNothing: z.boolean().default(false),
    worry: worrySchema.optional(),
    answer: answerSchema.optional(),
    /** The dialog that this intent starts, in place of or after its answer. */
    dialog: z.string().optional(),
    /** Who looks after it, a team or a role. */
    owner: z.string().trim().min(1).max(80).optional(),
    source: sourceSchema,
    reviewed: daySchema,
    reviewBy: daySchema,
  })
  .refine((intent) => intent.answer || intent.dialog, { error: 'needs an answer or a dialog' })
  .refine((intent) => !intent.worry || intent.answer, { error: 'a worry needs an answer', path: ['worry'] })
  .refine((intent) => intent.reviewBy > intent.reviewed, { error: 'must be after reviewed', path: ['reviewBy'] })

export type Answer = z.infer<typeof answerSchema>
export type Worry = z.infer<typeof worrySchema>
export type Intent = z.infer<typeof intentSchema>
