import { isEverydayEnglish } from './englishWords.ts'
import { languageOfArabicScript } from './languageOfArabicScript.ts'
import { type Likenesses, languageOfCyrillic } from './languageOfCyrillic.ts'
import { latinWords, withoutAddresses } from './latinWords.ts'

type Reader = (text: string, likenesses: Likenesses) => string

/** Scripts, and who writes them: one language, or several that words and letters tell apart. */
const readers: Record<string, Reader> = {
  Arabic: languageOfArabicScript,
  Cyrillic: languageOfCyrillic,
  Devanagari: languageOfDevanagari,
  Ethiopic: languageOfEthiopic,
  Han: (text) => (/[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text) ? 'ja' : 'zh'),
  ...Object.fromEntries(
    Object.entries({
      bn: 'Bengali',
      pa: 'Gurmukhi',
      gu: 'Gujarati',
      ta: 'Tamil',
      te: 'Telugu',
      ml: 'Malayalam',
      kn: 'Kannada',
      si: 'Sinhala',
      or: 'Oriya',
      el: 'Greek',
      he: 'Hebrew',
      th: 'Thai',
      lo: 'Lao',
      km: 'Khmer',
      my: 'Myanmar',
      ka: 'Georgian',
      hy: 'Armenian',
      ko: 'Hangul',
      ja: 'Hiragana',
    }).map(([language, script]) => [script, () => language]),
  ),
}

/** Written without spaces: two letters count as a word. */
const unspaced = ['Han', 'Hiragana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const FEWEST_LETTERS = 3
/** A script with fewer of the words than this is a name or a quotation in a message of another language. */
const SMALLEST_SHARE = 0.25
const LONGEST_CHINESE_NAME = 4
const notInChineseNames = /[你您好谢謝请請我不是要吗嗎么麼翻译譯唔]/

const scripts = Object.keys(readers).map((script) => ({
  script,
  word: new RegExp(`\\p{Script=${script}}${unspaced.includes(script) ? '{2}' : '[\\p{L}\\p{M}]+'}`, 'gu'),
}))

/** The language of a message that is mainly in another script than Latin; undefined for any other. */
export function languageOfScript(whole: string, likenesses: Likenesses): string | undefined {
  const text = withoutAddresses(whole).normalize('NFC')
  const { script, words } = scripts
    .map(({ script, word }) => ({ script, words: text.match(word) ?? [] }))
    .reduce((most, one) => (one.words.length > most.words.length ? one : most))
  if (words.length === 0 || isName(script, text) || words.join('').length < (unspaced.includes(script) ? 2 : FEWEST_LETTERS))
    return undefined
  const latin = latinWords(text)
  const english = latin.filter(isEverydayEnglish).length
  const share = words.length / (words.length + latin.length)
  return words.length > english && share >= SMALLEST_SHARE ? readers[script]?.(text, likenesses) : undefined
}

function isName(script: string, text: string): boolean {
  const letters = script === 'Han' ? (text.match(/\p{Script=Han}/gu) ?? []) : undefined
  return letters !== undefined && letters.length <= LONGEST_CHINESE_NAME && !notInChineseNames.test(text)
}

const marathi = wordsPattern('आहे|मला|माझी|माझे|माझा|नाही|आणि|करायची')
const nepali = wordsPattern(
  'छ|छु|छन्|छैन|छैनन्|हुन्छ|हुँदैन|गर्न|गर्नु|गर्ने|गर्नुहोस्|गर्दिनुहोस्|मैले|मलाई|तपाईं|तपाईंको|मेरो|हाम्रो|हुनुहुन्छ|लाई|बाट|सक्छु|सकिन्छ|पर्छ|चाहिन्छ|लाग्छ|तर|बुझिनँ',
)
const hindi = wordsPattern('है|हैं|हूँ|हूं|नहीं|मुझे|और|में')

function languageOfDevanagari(text: string): string {
  if (/ळ/.test(text) || marathi.test(text)) return 'mr'
  return nepali.test(text) && !hindi.test(text) ? 'ne' : 'hi'
}

const tigrinya = /[ቐ-ቝኸ-ዅኣ]|እየ|እዩ|ኢዩ|ኢየ|ናይ|ምስ|ደልየ|ዘይ|ድየ/g
const amharic = /አ|ነው|እኔ|እባክ|እፈልጋለሁ|ነኝ|ውስጥ|የለ|እንዴት|መቼ|የት|ምን|ስለ|ለመ/g

function languageOfEthiopic(text: string): string {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0
  return count(tigrinya) > count(amharic) ? 'ti' : 'am'
}

/** Finds any of these words, divided by bars, in a script whose vowels are marks. */
function wordsPattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'u')
}
