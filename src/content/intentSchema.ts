import { z } from 'zod'

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _')

/** A day without a time, as YAML writes it: 2026-11-21. */
const day = z.iso.date()

/**
 * What the bot says for an intent. Texts may name a service fact in double braces, `{{phone}}`; an unknown name is a
 * fault when the pack is loaded.
 */
export const answerSchema = z.strictObject({
  /** The short answer, said first. Fits a Messenger bubble with buttons. */
  text: z.string().trim().min(1).max(640),
  /** Said when the person asks for more. */
  more: z.string().trim().min(1).max(1900).optional(),
  /** Where to read on. */
  link: z.strictObject({ title: z.string().min(1).max(80), url: z.url({ protocol: /^https$/ }) }).optional(),
  /** Ids of the questions offered afterwards. */
  followUps: z.array(id).max(4).default([]),
})

/** One file of `intents/`: what a person may mean, how they say it, and the reviewed answer or the dialog it starts. */
export const intentSchema = z
  .strictObject({
    id,
    /** Shown as a choice: 20 characters is what Messenger's quick replies hold. */
    title: z.string().trim().min(1).max(20),
    programme: z.enum(['general', 'breast', 'cervical', 'bowel', 'aaa', 'diabetic_eye', 'lung']),
    utterances: z.array(z.string().trim().min(1)).min(5),
    answer: answerSchema.optional(),
    /** The dialog that this intent starts, in place of or after its answer. */
    dialog: z.string().optional(),
    source: z.strictObject({ name: z.string().min(1), url: z.url().optional(), date: day.optional() }),
    reviewed: day,
    reviewBy: day,
  })
  .refine((intent) => intent.answer || intent.dialog, { error: 'needs an answer or a dialog' })
  .refine((intent) => intent.reviewBy > intent.reviewed, { error: 'must be after reviewed', path: ['reviewBy'] })

export type Answer = z.infer<typeof answerSchema>
export type Intent = z.infer<typeof intentSchema>
