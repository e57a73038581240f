import { join } from 'node:path'
import { loadPack } from '../content/loadPack.ts'
import type { Pack } from '../content/readPack.ts'
import { createTextOf } from '../content/textOf.ts'
import { createLanguageDetector } from '../nlu/language/createLanguageDetector.ts'
import { likenesses } from '../nlu/language/eldLanguages.ts'
import { understand } from '../nlu/understand.ts'
import type { Understanding } from './openUnderstanding.ts'

/** The pack that a new installation starts with. */
export const PACK = join(import.meta.dirname, '../../intents')

/** A pack, learnt. Nothing of it changes afterwards: a new one takes its place as a whole. */
export async function openPack(understanding: Understanding, { intents: loaded, guides, languages, texts }: Pack) {
  const intents = new Map(loaded.map((intent) => [intent.id, intent]))
  const classifier = await understanding.learn(loaded)
  const said = new Set(
    loaded.flatMap(({ utterances, heard }) => [...utterances, ...heard].flatMap((text) => text.toLowerCase().split(/[^a-z]+/))),
  )

  const topicOf = (id: string | undefined) => {
    const intent = intents.get(id ?? '')
    return intent && { intent: intent.id, asked: intent.asked, followUps: intent.answer?.followUps ?? [] }
  }
  const isSmallTalk = (id: string) => intents.get(id)?.asksNothing ?? false
  return {
    intents,
    guides: new Map(guides.map((guide) => [guide.id, guide])),
    languages: new Map(languages.map((language) => [language.language, language])),
    text: createTextOf(texts),
    languageOf: createLanguageDetector({ isEnglishWord: (word) => said.has(word) || understanding.isEnglishWord(word), likenesses }),
    classifier,
    /** What a text means, and all that was weighed. */
    read: (text: string, topic?: string) => understand(classifier, text, topicOf(topic), isSmallTalk),
  }
}

export type OpenPack = Awaited<ReturnType<typeof openPack>>

/** The pack as it lies in its folder, learnt. */
export const openPackFolder = async (understanding: Understanding, folder = PACK) => openPack(understanding, await loadPack(folder))
