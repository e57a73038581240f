import { IANAZone } from 'luxon'
import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00')

/** When people are there to answer, by day of the week; a day left out is closed. Times are in the service's zone. */
const openingSchema = z.array(
  z
    .strictObject({ days: z.array(z.int().min(1).max(7)), from: time, to: time })
    .refine(({ from, to }) => from < to, { error: 'must be after from', path: ['to'] }),
)

/** Minutes of opening time: more than ten working days is no answer. */
const minutes = z.int().min(1).max(4800)

/** How soon a person answers, by urgency, while the team is there: patients are promised it, and staff are reminded of it. */
const answerWithinSchema = z.strictObject({ now: minutes.default(10), today: minutes.default(120), soon: minutes.default(240) })

/**
 * What differs from service to service, as whole sentences to a patient. Until a service has set them, these are said, which say nothing
 * that could be wrong.
 */
export const neutralSentences = {
  /** Where screening takes place, in the names that people use. */
  sites: 'Your letter says where your appointment is. Please ask us about other places.',
  /** Steps, lifts, wheelchairs, seats. */
  access: 'Please ask us about steps, lifts and wheelchairs before you come.',
  gown: 'Please ask us if there is a gown.',
  companions: 'Please ask us if someone can come in with you.',
  lookRound: 'Please ask us if you can look round before your visit.',
  walkIn: 'Please do not come without an appointment before you have asked us.',
  late: 'If you are late, please ring us before you come. We may need to find you another time.',
  /** How to reach the breast care nurses. */
  nurses: 'The number of the breast care nurses is on your letter.',
  interpreter: 'Please tell us as early as you can, so that we can book an interpreter.',
  complaints: 'Please ring us and ask how to make a complaint.',
  /** How to reach the local services of other programmes. */
  aaaContact: 'The number of your local AAA screening service is on its letter. Your GP surgery can tell you too.',
  eyeContact: 'The number of your local diabetic eye screening service is on its letter. Your GP surgery can tell you too.',
  lungContact: 'The number of the lung screening team is on its letter. Your GP surgery can tell you too.',
} as const

export type Practical = keyof typeof neutralSentences

export const practicalNames = Object.keys(neutralSentences) as Practical[]

const saidUntilSet = (name: Practical) => z.string().min(1).default(neutralSentences[name])

const practicals = {
  sites: saidUntilSet('sites'),
  access: saidUntilSet('access'),
  gown: saidUntilSet('gown'),
  companions: saidUntilSet('companions'),
  lookRound: saidUntilSet('lookRound'),
  walkIn: saidUntilSet('walkIn'),
  late: saidUntilSet('late'),
  nurses: saidUntilSet('nurses'),
  interpreter: saidUntilSet('interpreter'),
  complaints: saidUntilSet('complaints'),
  aaaContact: saidUntilSet('aaaContact'),
  eyeContact: saidUntilSet('eyeContact'),
  lungContact: saidUntilSet('lungContact'),
} satisfies Record<Practical, unknown>

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
  ...practicals,
  /** direct: an appointment that the bot makes is final. request: the office confirms it. */
  booking: z.enum(['direct', 'request']).default('request'),
  /** answer: the bot answers. assist: it prepares what staff send, but for what must not wait (`docs/decisions/0022-what-does-not-wait-for-staff.md`). */
  answering: z.enum(['answer', 'assist']).default('answer'),
  /** twoPeople: what the bot says is published only when somebody has approved it who did not write it. */
  publishing: z.enum(['twoPeople', 'onePerson']).default('twoPeople'),
  /** IANA name, such as Europe/London. */
  timeZone: z.string().refine(IANAZone.isValidZone, 'a time zone such as Europe/London').default('Europe/London'),
  opening: openingSchema,
  /** Days on which nobody answers, whatever the day of the week. */
  closedOn: z.array(z.iso.date()).default([]),
  answerWithin: answerWithinSchema.prefault({}),
})

export type ServiceFacts = z.infer<typeof serviceFactsSchema>
/** The facts that a text may name. */
export const nameableFacts = ['name', 'phone', 'email', 'website', 'hours', 'directions', 'parking', 'evenings', ...practicalNames] as const
