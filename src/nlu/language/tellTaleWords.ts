import { isEverydayEnglish } from './englishWords.ts'
import { wordsOfAsiaAndAfrica } from './wordsOfAsiaAndAfrica.ts'
import { wordsOfEurope } from './wordsOfEurope.ts'

/** "Interpreter", by itself: what somebody sends who has no other word of English. */
export const interpreterWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cy: 'cyfieithydd dehonglydd',
    pl: 'tlumacz tlumacza tlumaczka tlumaczki',
    ro: 'traducator traducatoare',
    es: 'traductor traductora',
    pt: 'tradutor tradutora',
    fr: 'traducteur traductrice',
    it: 'traduttore traduttrice',
    tr: 'tercuman tercumana',
    sq: 'perkthyes perkthyese',
    lt: 'vertejas vertejos vertejo',
    sk: 'tlmocnik tlmocnika',
    cs: 'tlumocnik tlumocnika',
    hu: 'tolmacs tolmacsot',
    so: 'turjubaan turjumaan',
    ar: 'mutarjim mutarjima motargem motarjem',
    ku: 'werger wergera',
    ur: 'tarjuman mutarjam',
    tl: 'tagapagsalin',
    sw: 'mkalimani',
    de: 'dolmetscher dolmetscherin',
  }).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)),
)

/** The languages that a word in Latin letters speaks for. */
export const languagesOfWord: ReadonlyMap<string, readonly string[]> = readLists(`${wordsOfEurope}${wordsOfAsiaAndAfrica}`)

function readLists(lists: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of lists.trim().split('\n')) {
    const [languages = '', words = ''] = line.split(': ')
    for (const word of words.split(' ')) {
      if (word.length < 2 || isEverydayEnglish(word)) continue
      found.set(word, [...new Set([...(found.get(word) ?? []), ...languages.split(' ')])])
    }
  }
  return found
}
