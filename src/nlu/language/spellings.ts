/** How a language spells its words: what speaks for it where a word is in no list. Only asked of words that are not English. */
const spellings: Record<string, RegExp> = {
  cy: /^(?:ll|rh|gw|ngh|mh|nh|chw|dd|cyf|cyn)\w{2}|(?:dd|wyd|ydd|aeth|iau|oedd|wch|wyn|yn|ff|wr|iad|iadau|ion|eth|odd|ais|wyr|air|aid)$/,
  so: /aa\w*aa|^(?:dh|x|c)[aeiou]{2}|[aeiou]x[aeiou]|(?:yaa|ayaa|ayo|aad|ahay|tay|kii|gii|ankii|sho|ahan|eeyo|aynin)$/,
  ar: /[a-z][2375](?:[a-z]|$)|^[37](?!am|pm|rd|th|st|nd|ish)[a-z]{2}/,
}

/** The languages that spell words as this one is spelled. */
export const languagesOfSpelling = (word: string): string[] => Object.keys(spellings).filter((language) => spellings[language]?.test(word))
