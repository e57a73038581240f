/** A word as the phrases of each language see it. */
export type ForeignWord = {
  /** Without accents, doubled letters and letter variants. */
  plain: string
  /** The same for words that are romanised by ear. */
  bySound: string
  sentence: number
  /** Whether a comma or a dash stands before it. */
  afterComma: boolean
}

const invisible = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Accents on Latin letters, Arabic vowel and Quranic signs: what people leave out. The vowel signs of Bengali and Gurmukhi are letters. */
const leftOut = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g
const twiceOrMore = /(\p{L})\1+/gu

const letterVariants = new Map<string, string>(
  Object.entries({
    // Latin letters that are not made of a letter and an accent.
    l: 'łŀ',
    d: 'đð',
    o: 'ø',
    i: 'ı',
    // Arabic script: Arabic, Urdu and Shahmukhi keyboards differ, and hamza and dots are often left out.
    ا: 'ٱ',
    ي: 'یىےۍێې',
    ك: 'کڪ',
    ه: 'ةہۃۂھە',
    ن: 'ںݨ',
    '': 'ء\u0a71\u0a70\u0a02\u0a01\u0a3c\u0981\u09bc',
    // Bengali and Gurmukhi: letters that sound alike.
    '\u09bf': '\u09c0',
    '\u09c1': '\u09c2',
    '\u09a8': '\u09a3',
    '\u09b8': '\u09b6\u09b7',
    '\u099c': '\u09af',
    '\u09a4': '\u09ce',
    '\u0a3f': '\u0a40',
    '\u0a41': '\u0a42',
    '\u0a28': '\u0a23',
    // Digits as typed in Arabic script and on Bengali and Punjabi keyboards are left alone: no phrase needs them.
  }).flatMap(([letter, variants]) => [...variants].map((variant): [string, string] => [variant, letter])),
)
const anyVariant = new RegExp(`[${[...letterVariants.keys()].join('')}]`, 'gu')

/** Latin spellings of one sound, in the order that they are replaced. */
const soundsAlike: readonly [RegExp, string][] = [
  [/ee|ie(?!\w)/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/chh/g, 'ch'],
  [/y(?!\w)/g, 'i'],
]

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .normalize('NFD')
    .replace(leftOut, '')
    .normalize('NFC')
    .replace(anyVariant, (letter) => letterVariants.get(letter) ?? letter)

const single = (word: string): string => word.replace(twiceOrMore, '$1')

/** A word, or a word of a phrase, as it is compared: by its letters, or by its sound where it is romanised by ear. */
export function foldWord(word: string, bySound = false): string {
  const letters = lettersOf(word)
  return single(bySound ? soundsAlike.reduce((sounds, [spelling, sound]) => sounds.replace(spelling, sound), single3(letters)) : letters)
}

/** "khooooon" is "khoon" before its sound is taken. */
const single3 = (word: string): string => word.replace(/(\p{L})\1{2,}/gu, '$1$1')

/** A full stop between digits is a date or a time; two or more full stops are a pause. */
const sentenceEnd = /[!?;\n؟؛۔।॥\u2026]|(?<![.\d])\.(?![.\d])|\p{Extended_Pictographic}/u
const pause = /[,،:()/–—]|\.{2,}| - /u
const wordOrBreak = new RegExp(`[\\p{L}\\p{M}\\p{N}\\u200c\\u200d\\u0640]+|${pause.source}|${sentenceEnd.source}`, 'gu')

/**
 * The words of a text in any of the scripts. Vowel signs stay with their letters; hyphens and apostrophes part words ("m-a" is "m a").
 */
export function readForeign(text: string): ForeignWord[] {
  const words: ForeignWord[] = []
  let sentence = 0
  let afterComma = false
  for (const [piece] of text.normalize('NFC').matchAll(wordOrBreak)) {
    if (/[\p{L}\p{N}]/u.test(piece)) {
      words.push({ plain: foldWord(piece), bySound: foldWord(piece, true), sentence, afterComma })
      afterComma = false
    } else if (pause.test(piece)) afterComma = true
    else sentence++
  }
  return words.filter(({ plain }) => plain !== '')
}
