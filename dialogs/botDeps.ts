import type { Intent } from '../src/content/intentSchema.ts'
import type { ServiceFacts } from '../src/content/serviceFactsSchema.ts'
import type { Escalations } from '../src/handoff/escalation.ts'
import type { Clock } from '../src/kernel/clock.ts'
import type { Decision } from '../src/nlu/decide.ts'
import type { SafetyFinding } from '../src/safety/gate.ts'

/** What the dialogs need from the service. `app.ts` connects it. */
export type BotDeps = {
  /** An intent of the live pack by its id. */
  intent(id: string): Intent | undefined
  /** What the person means, or that it is not clear. */
  understand(text: string): Decision
  checkSafety(text: string): SafetyFinding | undefined
  safetyReply(finding: SafetyFinding): string
  facts(): Promise<ServiceFacts>
  /** Puts the service's facts into a text. */
  fillFacts(text: string, facts: ServiceFacts): string
  escalations: Escalations
  clock: Clock
}
