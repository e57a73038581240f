import { IANAZone } from 'luxon'
import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00')

/** When people are there to answer, by day of the week; a day left out is closed. Times are in the service's zone. */
const openingSchema = z.array(
  z
    .strictObject({ days: z.array(z.int().min(1).max(7)), from: time, to: time })
    .refine(({ from, to }) => from < to, { error: 'must be after from', path: ['to'] }),
)

/**
 * What only the service itself knows. Answers name these as `{{name}}`, `{{phone}}` and so on; nothing here is
 * ever invented for a real service.
 */
export const serviceFactsSchema = z.strictObject({
  name: z.string().min(1),
  phone: z.string().min(1),
  email: z.string().min(1),
  website: z.url(),
  /** Opening hours as a patient would say them. */
  hours: z.string().min(1),
  directions: z.string().min(1),
  parking: z.string().min(1),
  evenings: z.string().min(1),
  /** IANA name, such as Europe/London. */
  timeZone: z.string().refine(IANAZone.isValidZone, 'a time zone such as Europe/London').default('Europe/London'),
  opening: openingSchema,
  /** Days on which nobody answers, whatever the day of the week. */
  closedOn: z.array(z.iso.date()).default([]),
})

export type ServiceFacts = z.infer<typeof serviceFactsSchema>
/** The facts that a text may name. */
export const nameableFacts = ['name', 'phone', 'email', 'website', 'hours', 'directions', 'parking', 'evenings'] as const
