import type { TextId } from '../src/content/fixedTexts.ts'
import type { Guide } from '../src/content/guideSchema.ts'
import type { Intent } from '../src/content/intentSchema.ts'
import type { Language } from '../src/content/languageSchema.ts'
import type { ServiceFacts } from '../src/content/serviceFactsSchema.ts'
import type { Escalations } from '../src/handoff/escalation.ts'
import type { Clock } from '../src/kernel/clock.ts'
import type { Meaning } from '../src/nlu/understand.ts'
import type { Danger } from '../src/safety/findDanger.ts'
import type { Appointments } from './booking/appointments.ts'

/** What the dialogs need from the service. `app.ts` connects it. */
export type BotDeps = {
  /** An intent of the live pack by its id. */
  intent(id: string): Intent | undefined
  /** A guide of the live pack, told in steps. */
  guide(id: string): Guide | undefined
  /** What the person means, if need be after the intent that was talked about last; or that it is not clear. */
  understand(text: string, topic?: string): Promise<Meaning>
  /** The fixed words for a language, by its code; and for the language of a message that is not in English. */
  language(code: string): Language | undefined
  languageOf(text: string): Language | undefined
  /** A fixed text of the live pack, as it is written. */
  text(id: TextId): string
  /** `before`: the patient's own last messages of the same minutes, oldest first. */
  checkSafety(text: string, before: string[]): Promise<Danger | undefined>
  /** The fixed words for a finding, one message or several: in the language of the flag, and in English. */
  safetyReplies(finding: Danger): string[]
  facts(): Promise<ServiceFacts>
  /** Puts the service's facts into a text. */
  fillFacts(text: string, facts: ServiceFacts): string
  escalations: Escalations
  appointments: Appointments
  clock: Clock
}
