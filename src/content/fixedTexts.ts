import type { Language } from '../safety/languages/language.ts'
import type { nameableFacts } from './serviceFactsSchema.ts'

/** What the code knows of a text that it says by its id; the words are in the pack. */
export type FixedText = {
  /** A change of what is said to somebody in danger needs two people who did not write it. */
  group: 'safety' | 'conversation'
  /** The languages of the gate: each of them must be there, may be there, or would never be said. */
  languages: 'needed' | 'possible' | 'none'
  /** The service's facts that it may name. */
  facts: readonly (typeof nameableFacts)[number][]
  /** What else it may name, and how that may read. */
  own?: Readonly<Record<string, string>>
}

const safety = { group: 'safety', facts: [] } as const
const conversation = { group: 'conversation', languages: 'none', facts: [] } as const
const contact = ['name', 'phone', 'hours'] as const
const greeting = { ...conversation, facts: contact, own: { appointments: 'book, change or cancel your appointment' } }

/** Every text that the bot says by its id. The pack has a file for each: without one of them it is no pack. */
export const fixedTexts = {
  emergency: { ...safety, languages: 'needed' },
  crisis: { ...safety, languages: 'needed' },
  abuse: { ...safety, languages: 'needed' },
  symptom: { ...safety, languages: 'needed' },
  symptom_breast: { ...safety, languages: 'possible' },
  symptom_cervical: { ...safety, languages: 'possible' },
  symptom_bowel: { ...safety, languages: 'needed' },
  symptom_lung: { ...safety, languages: 'possible' },
  symptom_eye: { ...safety, languages: 'needed' },
  quiet: { ...safety, languages: 'none', facts: contact },
  safe_to_write: { ...safety, languages: 'none' },
  picture: { ...safety, languages: 'none' },
  greeting,
  greeting_assist: greeting,
  not_understood: { ...conversation, facts: contact },
  not_understood_topics: { ...conversation, facts: contact },
  still_not_understood: { ...conversation, facts: contact },
  worry_helped: conversation,
  worry_not_helped: { ...conversation, facts: contact },
  records_request: { ...conversation, facts: [...contact, 'email', 'website'] },
  stopped: { ...conversation, facts: contact },
} as const satisfies Record<string, FixedText>

export type TextId = keyof typeof fixedTexts

export const textIds = Object.keys(fixedTexts) as TextId[]

export const isTextId = (id: string): id is TextId => Object.hasOwn(fixedTexts, id)

export const fixedText = (id: TextId): FixedText => fixedTexts[id]

const spoken: Record<Language, true> = { ar: true, bn: true, cy: true, pa: true, pl: true, pt: true, ro: true, ur: true }

/** The languages that the gate reads besides English: in others no safety text would ever be said. */
export const safetyLanguages = Object.keys(spoken) as Language[]
