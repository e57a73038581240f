import { type Find, findAll } from './finding.ts'

const POSTCODE = /(?<![\p{L}\p{N}])(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|gir\s?0aa)(?![\p{L}\p{N}])/dgiu
/** The first half, where it is called a postcode or stands in capitals after a place. */
const HALF_POSTCODE = /\b(?:post ?code|area|zip)(?: (?:is|of|area|in))*:? ?(?<hidden>[a-z]{1,2}\d{1,2}[a-z]?(?: ?\d)?)\b/dgi

const HOUSE = '(?:(?:flat|apartment|apt|unit|room|no\\.?|number|house)\\s?)?#?\\d{1,4}\\s?[a-z]?\\b(?:\\s?[-/]\\s?\\d{1,4}\\b)?,?'
const WORD = "[\\p{L}][\\p{L}'’.-]*"
/** Hardly anything but a street is called so. */
const STREETS =
  '(?:street|road|rd|avenue|ave|lane|crescent|cresc?|terrace|gardens?|gdns|grove|mews|boulevard|cul[- ]de[- ]sac|villas|cottages?|croft|parade|drv?|streets)'
/** Words of every day that streets are called too: the street's own name has a capital letter then. */
const MAYBE_STREETS =
  '(?:st|close|cl|way|place|pl|view|hill|green|walk|drive|bank|rise|row|court|ct|mount|park|square|sq|fold|lawns?|brow|end|yard)'

const STREET = new RegExp(`(?<![\\p{L}\\p{N}])${HOUSE}\\s(?:${WORD}\\s){1,3}${STREETS}\\b\\.?`, 'dgiu')
const MAYBE_STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Ff]lat|[Nn]o\\.?|[Nn]umber)?\\s?\\d{1,4}[a-zA-Z]?,?\\s(?:The\\s)?(?:\\p{Lu}[\\p{L}'’.-]*\\s){1,3}(?:${MAYBE_STREETS}|${MAYBE_STREETS.toUpperCase()}|${capitals(MAYBE_STREETS)})\\b\\.?`,
  'dgu',
)
/** What follows "I live at", to where the sentence goes on. */
const LIVE_AT =
  /\b(?:(?:i |we |she |who )?(?:live|lives|living|lived|moved to|moving to|staying|stay) (?:at|on)|(?:my|our|her|the|new|home|current|old) address(?: is| was| will be|:|'s)+|address(?: is|:)) (?<hidden>(?!(?:and|but|the same|home)\b)[\p{L}\d'’/-]+(?:(?:, ?| )(?!(?:and|but|so|can|could|will|is|are|do|please|how|what|when|where|my|own|home|the same)\b)[\p{L}\d'’/-]+){0,7})/dgiu
const FLAT = /\b(?:[Ff]lat|FLAT|[Aa]partment|[Aa]pt)\s(?:\d{1,4}\s?[a-zA-Z]?|[A-Z])\b(?:,?(?: \p{Lu}[\p{L}'’-]*){1,3})?/dgu

/** Where somebody lives: postcodes, and addresses with the number of the house. Towns and sites stay, for questions are about them. */
export const findPlaces: Find = (text) => [
  ...findAll(text, POSTCODE, 'postcode'),
  ...findAll(text, HALF_POSTCODE, 'postcode'),
  ...[STREET, MAYBE_STREET, LIVE_AT, FLAT].flatMap((expression) => findAll(text, expression, 'address')),
]

function capitals(words: string): string {
  return words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
