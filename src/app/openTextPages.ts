import { languagesRoutes, type NewLanguage } from '../consoles/admin/languagesRoutes.ts'
import { type TextAbout, textsRoutes } from '../consoles/admin/textsRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import type { Draft } from '../content/draft.ts'
import { fieldWords } from '../content/fieldWords.ts'
import { fixedText, safetyLanguages, textIds } from '../content/fixedTexts.ts'
import { languageName } from '../content/languageName.ts'
import { languageSchema } from '../content/languageSchema.ts'
import { demandsOn } from '../content/mustSay.ts'
import { nameableFacts, type ServiceFacts } from '../content/serviceFactsSchema.ts'
import { textSchema } from '../content/textSchema.ts'
import { createWordsEditing } from '../content/wordsEditing.ts'
import type { Clock } from '../kernel/clock.ts'
import { toldLanguages } from '../nlu/language/toldLanguages.ts'

type Deps = { draft: Pick<Draft, 'state' | 'put'>; facts: () => Promise<ServiceFacts>; clock: Clock }

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ps', 'ur']

const byEnglishName = <T extends { englishName: string }>(a: T, b: T) => a.englishName.localeCompare(b.englishName)

/** What admins word: fixed texts and the words for other languages. */
export function openTextPages({ draft, facts, clock }: Deps) {
  const texts = createWordsEditing({ draft, folder: 'texts', schema: textSchema })
  const languages = createWordsEditing({ draft, folder: 'languages', schema: languageSchema })
  const today = async () =>
    clock
      .now()
      .setZone((await facts()).timeZone)
      .toFormat('yyyy-MM-dd')

  async function abouts(): Promise<TextAbout[]> {
    const service = await facts()
    return textIds.map((id) => {
      const { group, languages: its, facts: named, own = {} } = fixedText(id)
      return {
        id,
        isSafety: group === 'safety',
        languages: its === 'none' ? [] : spoken.map((one) => ({ ...one, needed: its === 'needed' })),
        demands: demandsOn(id),
        names: [...named.map((name) => ({ name, reads: service[name] })), ...Object.entries(own).map(([name, reads]) => ({ name, reads }))],
      }
    })
  }

  async function safetyTexts(code: string): Promise<{ id: string; title: string }[]> {
    const files = await texts.list()
    return files.flatMap(({ id, fields }) => (fields[`languages.${code}.text`] ? [{ id, title: fields.title ?? id }] : []))
  }

  async function names(): Promise<Record<string, string>> {
    const service = await facts()
    return Object.fromEntries(nameableFacts.map((name) => [name, service[name]]))
  }

  return {
    routes: (routes: ConsoleRoutes) => [
      textsRoutes({ routes, texts, abouts, labelOf: fieldWords, today }),
      languagesRoutes({ routes, languages, told, safetyTexts, names, labelOf: fieldWords, today }),
    ],
  }
}

const spoken = safetyLanguages
  .map((code) => ({ code, name: languageName(code), englishName: languageName(code), rightToLeft: RIGHT_TO_LEFT.includes(code) }))
  .sort(byEnglishName)

const told: NewLanguage[] = toldLanguages
  .map((code) => ({
    code,
    name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? '',
    englishName: languageName(code),
    rightToLeft: RIGHT_TO_LEFT.includes(code),
  }))
  .sort(byEnglishName)
