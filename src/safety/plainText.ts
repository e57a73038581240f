const apostrophes = /[\u2018\u2019\u201b\u2032\u00b4`\uff07]/g
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const accents = /\p{Mn}+/gu
const threeOrMore = /(\p{L})\1{2,}/gu

/**
 * A text as the gate reads it: lower case, plain letters and apostrophes, a letter at most twice in a row. Its own, so that a change to
 * how intents are understood can never change what is caught here.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(threeOrMore, '$1$1')
}
