const address = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+/gi
/** Letters that do not come apart into a letter and its accent. */
const lookalikes: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ə: 'e', æ: 'ae', œ: 'oe', ß: 'ss' }
/** A word may have digits in it: "3andi maw3id" is how Arabic is typed with Latin letters. Only digits, "10am" and "3rd" are no words. */
const word = /(?:[\d']*\p{Script=Latin}[\p{Script=Latin}\d']*)/gu
const timeOrOrdinal = /^\d+(?:am|pm|st|nd|rd|th|ish|x|p|k|hrs?|mins?|yrs?|wks?|years?)?$/

/** The text without addresses of the web and of post. */
export const withoutAddresses = (text: string): string => text.replace(address, ' ')

/** The words in Latin letters as the lists of words write them: small letters, no accents; parts around an apostrophe stand alone. */
export function latinWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[łøđðıəæœß]/g, (letter) => lookalikes[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
  return (plain.match(word) ?? []).flatMap(partsOf).filter((one) => one.length > 1 && !timeOrOrdinal.test(one))
}

/** "don't" is one word, "mae'n" and "j'ai" are two. */
function partsOf(one: string): string[] {
  const english = /^(\w+)'(t|s|m|re|ve|ll|d)$/.exec(one)
  return english ? [`${english[1]}${english[2]}`] : one.split("'")
}
