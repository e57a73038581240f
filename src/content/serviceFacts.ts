import type { ServiceFacts } from './serviceFactsSchema.ts'

export type ServiceFactsStore = {
  /** The facts as they are now; undefined on a database that nobody has filled. */
  get(): Promise<ServiceFacts | undefined>
  set(facts: ServiceFacts): Promise<void>
}
