const smartQuotes = /[\u2018\u2019\u201a\u201b\u2032\u00b4`\uff07]/g
const smartDoubleQuotes = /[\u201c\u201d\u201e\u201f\u2033]/g
const dashes = /[\u2010-\u2015\u2212]/g
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0e|\ufe0f|\u20e3/gu
const accents = /(?<=\p{Script=Latin})\p{Mn}+/gu
/** What is changed besides capitals: most texts have none of it, and the work on them is spared. */
const unusual = /[^\0-\x7f]|`/
const threeOrMore = /(\p{L})\1{2,}/gu

/**
 * The form in which every reader of a person's words sees them: compatibility characters folded, lower case, Latin accents off, plain
 * quotes and dashes, no emoji, a letter at most twice in a row ("sooo" → "soo"), single spaces.
 */
export function normalise(text: string): string {
  const plain = unusual.test(text) ? inPlainLetters(text) : text.toLowerCase()
  return plain.replace(threeOrMore, '$1$1').replace(/\s+/g, ' ').trim()
}

function inPlainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(invisible, '')
    .replace(smartQuotes, "'")
    .replace(smartDoubleQuotes, '"')
    .replace(dashes, '-')
    .replace(emoji, ' ')
}
