import { join } from 'node:path'
import { cachedFacts } from '../content/cachedFacts.ts'
import { fillFacts } from '../content/fillFacts.ts'
import { loadGuides } from '../content/loadGuides.ts'
import { loadIntents } from '../content/loadIntents.ts'
import { loadLanguages } from '../content/loadLanguages.ts'
import { createPostgresServiceFacts } from '../content/postgresServiceFacts.ts'
import { seedDemo } from '../content/seedDemo.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Decision } from '../nlu/decide.ts'
import { createLanguageDetector } from '../nlu/language/createLanguageDetector.ts'
import { likenesses } from '../nlu/language/eldLanguages.ts'
import { understand } from '../nlu/understand.ts'
import type { Stores } from './openStores.ts'
import type { Understanding } from './openUnderstanding.ts'

const ROOT = join(import.meta.dirname, '../..')
export const PACK = join(ROOT, 'intents')

/** Of what somebody searches for, so many guesses are of use, and those at least this likely. */
const MOST_MEANT = 3
const LEAST_MEANT = 0.15

/** What the bot knows and says: the pack of intents, how it is understood, and the service's facts. Without understanding, the facts alone. */
export async function openContent(
  { database }: Pick<Stores, 'database'>,
  understanding: Understanding | undefined,
  clock: Clock,
  folder = PACK,
) {
  const facts = createPostgresServiceFacts(database.db, clock)
  const known = cachedFacts(facts, clock)
  let pack = understanding && (await openPack(understanding, folder))
  return {
    intent: (id: string) => pack?.intents.get(id),
    intents: () => pack?.intents.values() ?? [],
    guide: (id: string) => pack?.guides.get(id),
    language: (code: string) => pack?.languages.get(code),
    languageOf: (text: string) => pack?.languages.get(pack.languageOf(text) ?? ''),
    understand: async (text: string, topic?: string): Promise<Decision> =>
      (await pack?.read(text, topic))?.decision ?? { kind: 'notUnderstood', topics: [] },
    /** Intents that a few words may mean, best first. */
    mayMean: async (text: string): Promise<string[]> =>
      (await pack?.classifier.classify(text))
        ?.slice(0, MOST_MEANT)
        .flatMap(({ intent, confidence }) => (confidence >= LEAST_MEANT ? intent : [])) ?? [],
    facts: known,
    fillFacts,
    /**
     * Reads the pack anew and learns it, while the one in use goes on answering. Throws a `ContentError` that names every fault of
     * the pack; then the one in use stays.
     */
    async reload(): Promise<void> {
      if (understanding) pack = await openPack(understanding, folder)
    },
    /** Fills an empty database with the demo; says whether it did. From then on the facts are known, should the database be away. */
    async seed(): Promise<boolean> {
      const seeded = await seedDemo(facts, join(ROOT, 'demo/service.yaml'))
      await known()
      return seeded
    },
  }
}

/** The pack as it lies in its folder, learnt. Nothing of it changes afterwards: a new one takes its place as a whole. */
export async function openPack(understanding: Understanding, folder = PACK) {
  const [loaded, guides, languages] = await Promise.all([loadIntents(folder), loadGuides(folder), loadLanguages(folder)])
  const intents = new Map(loaded.map((intent) => [intent.id, intent]))
  const classifier = await understanding.learn(loaded)
  const said = new Set(
    loaded.flatMap(({ utterances, heard }) => [...utterances, ...heard].flatMap((text) => text.toLowerCase().split(/[^a-z]+/))),
  )

  const topicOf = (id: string | undefined) => {
    const intent = intents.get(id ?? '')
    return intent && { intent: intent.id, asked: intent.asked, followUps: intent.answer?.followUps ?? [] }
  }
  return {
    intents,
    guides: new Map(guides.map((guide) => [guide.id, guide])),
    languages: new Map(languages.map((language) => [language.language, language])),
    languageOf: createLanguageDetector({ isEnglishWord: (word) => said.has(word) || understanding.isEnglishWord(word), likenesses }),
    classifier,
    /** What a text means, and all that was weighed. */
    read: (text: string, topic?: string) => understand(classifier, text, topicOf(topic)),
  }
}
