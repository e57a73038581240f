import { correctWord } from './correctWord.ts'
import { plainText } from './plainText.ts'

/** Long forms and their short ones, once apostrophes are gone. */
const shortForms: [RegExp, string][] = [
  [/\b(can not|cannot|unable to|not able to|carnt|cnt|cannae|canny)\b/g, 'cant'],
  [/\bcould not\b/g, 'couldnt'],
  [/\b(do not|dunt|dont not)\b/g, 'dont'],
  [/\b(does|is|are|was|were|has|have|had|did|would|should) not\b/g, '$1nt'],
  [/\bwill not\b/g, 'wont'],
  [/\bi (am|m)\b/g, 'im'],
  [/\bi (have|ve|av)\b/g, 'ive'],
  [/\bi (had|would)\b/g, 'i $1'],
  [/\b(he|she|it|there|that) (is|s)\b/g, '$1s'],
  [/\b(they|we|you) are\b/g, '$1re'],
  [/\b(going to(?! (?:the|my|a|bed|toilet|loo|work|hospital)\b)|gunna)\b/g, 'gonna'],
  [/\b(want to)\b/g, 'wanna'],
  [/\bgot to\b/g, 'gotta'],
  [/\b(my|me|her|him|them|your|mi) ?sel(f|ves)\b/g, '$1self'],
  [/\b(meself|miself|mysen|mesen)\b/g, 'myself'],
  [/\b(her|his|him)sen\b/g, '$1self'],
  [/\b(any (more|longer)|anylonger|nemore)\b/g, 'anymore'],
  [/\barm ?pits?\b/g, 'armpit'],
  [/\b(lumps|lump) (and|or|n) (bumps|bump)\b/g, 'lumps'],
]

const dialect = new Map([
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['summat', 'something'],
  ['sumthing', 'something'],
  ['summet', 'something'],
  ['owt', 'anything'],
  ['nowt', 'nothing'],
  ['mi', 'my'],
  ['n', 'and'],
  ['&', 'and'],
  ['cuz', 'because'],
  ['coz', 'because'],
  ['bcos', 'because'],
  ['wiv', 'with'],
  ['hurtin', 'hurting'],
])

const comma = /\s*[,:()/]\s*|\s+-+\s*|\.{2,}|…/g

/** The words of a piece of text, in the spelling that the phrases use. A comma is a word of its own: it ends a clause. */
export function readWords(text: string): string[] {
  let line = plainText(text)
    .replace(/(?<=[a-z])['](?=[a-z])/g, '')
    .replace(comma, ' , ')
    .replace(/[^\p{L}\p{N},&]+/gu, ' ')
  for (const [long, short] of shortForms) line = line.replace(long, short)
  return line
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => correctWord(dialect.get(word) ?? word))
}
