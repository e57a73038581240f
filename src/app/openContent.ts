import { join } from 'node:path'
import { cachedFacts } from '../content/cachedFacts.ts'
import { fillFacts } from '../content/fillFacts.ts'
import { loadIntents } from '../content/loadIntents.ts'
import { createPostgresServiceFacts } from '../content/postgresServiceFacts.ts'
import { seedDemo } from '../content/seedDemo.ts'
import type { Clock } from '../kernel/clock.ts'
import { decide } from '../nlu/decide.ts'
import { trainNaturalClassifier } from '../nlu/naturalClassifier.ts'
import type { Stores } from './openStores.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What the bot knows and says: the pack of intents, how it is understood, and the service's facts. */
export async function openContent({ database }: Stores, clock: Clock) {
  const facts = createPostgresServiceFacts(database.db, clock)
  const known = cachedFacts(facts, clock)
  const intents = await loadIntents(join(ROOT, 'intents'))
  const byId = new Map(intents.map((intent) => [intent.id, intent]))
  const classifier = trainNaturalClassifier(intents.map(({ id, utterances }) => ({ intent: id, utterances })))
  return {
    intent: (id: string) => byId.get(id),
    understand: (text: string) => decide(classifier.classify(text)),
    facts: known,
    fillFacts,
    /** Fills an empty database with the demo; says whether it did. From then on the facts are known, should the database be away. */
    async seed(): Promise<boolean> {
      const seeded = await seedDemo(facts, join(ROOT, 'demo/service.yaml'))
      await known()
      return seeded
    },
  }
}
