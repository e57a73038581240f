import type { FactFields } from './serviceFactsFields.ts'
import type { ServiceFacts } from './serviceFactsSchema.ts'

export type ServiceFactsStore = {
  /** The facts as they are now; undefined on a database that nobody has filled. */
  get(): Promise<ServiceFacts | undefined>
  set(facts: ServiceFacts): Promise<void>
}

/** `now`: what somebody else has made of it since, who is `by` where that is known. */
export type FactConflict = { name: string; now: string; by?: string }

export type FactsChange =
  | { kind: 'same' }
  | { kind: 'changed'; names: string[]; before: ServiceFacts; after: ServiceFacts }
  /** Nothing was written. `now`: all fields as they are. */
  | { kind: 'conflict'; conflicts: FactConflict[]; now: FactFields }

/**
 * The facts as admins change them. `was`: the fields of her form as they were when it was opened, `mine`: as she sends them. What somebody
 * else has changed meanwhile stays; where both have changed the same field, nothing is written.
 */
export type ServiceFactsEditing = {
  read(): Promise<FactFields>
  /** When they were last changed here, and by whom. */
  lastChange(): Promise<{ at: Date; by: string; names: string[] } | undefined>
  /** What `change` would do now. */
  wouldChange(was: FactFields, mine: FactFields): Promise<FactsChange>
  /** Which fields were changed stands in the audit log. Throws, and nothing is written, where the schema does not take them. */
  change(by: { id: string; firstName: string }, was: FactFields, mine: FactFields): Promise<FactsChange>
}
