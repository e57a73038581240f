import { z } from 'zod'
import { daySchema, idSchema, programmes, sourceSchema } from './intentSchema.ts'

/** Fits a Messenger bubble with buttons. */
const bubble = z.string().trim().min(1).max(640)
/** Leaves room in the bubble for the step's title. */
const stepText = z.string().trim().min(1).max(600)

/** `van` and `static` take the place of `text` where it is known that she goes to a van or to a room in a building. */
const stepSchema = z.strictObject({
  title: z.string().trim().min(1).max(40),
  text: stepText,
  van: stepText.optional(),
  static: stepText.optional(),
})

/** One file of `intents/guides/`: a visit told in small steps, at the person's own speed. Texts may name a service fact, `{{phone}}`. */
export const guideSchema = z
  .strictObject({
    id: idSchema,
    /** Shown as a choice: 20 characters is what Messenger's quick replies hold. */
    title: z.string().trim().min(1).max(20),
    programme: z.enum(programmes),
    intro: bubble,
    steps: z.array(stepSchema).min(3),
    outro: bubble,
    source: sourceSchema,
    reviewed: daySchema,
    reviewBy: daySchema,
  })
  .refine((guide) => guide.reviewBy > guide.reviewed, { error: 'must be after reviewed', path: ['reviewBy'] })

export type GuideStep = z.infer<typeof stepSchema>
export type Guide = z.infer<typeof guideSchema>
