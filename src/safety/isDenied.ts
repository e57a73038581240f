import type { Match } from './compileRule.ts'
import { carriesDenial, deniers } from './phrases/denials.ts'
import type { Message } from './readMessage.ts'

const deny = new Set(deniers)
const carry = new Set(carriesDenial)

/**
 * Whether a "no" reaches the claim: walking back from it over words that a denial passes through ("haven't [noticed any] lumps"). Any
 * other word stops the walk, so "not sure if it's a lump" and "no pain but a lump" are not denials. A list carries it over a comma
 * only to a bare noun: "no pain, discharge" does, "no pain, a lump" does not.
 */
export function isDenied({ words }: Message, { claimFrom }: Match): boolean {
  for (let i = claimFrom - 1, steps = 0; i >= 0 && steps < 9; i--, steps++) {
    const word = words[i]?.text ?? ''
    if (deny.has(word)) return words[i]?.sentence === words[claimFrom]?.sentence && words[i + 1]?.text !== ','
    if (word === ',' && !isBareNoun(words[i + 1]?.text ?? '')) return false
    if (word !== ',' && !carry.has(word)) return false
  }
  return false
}

const startsAnew = new Set([
  'a',
  'an',
  'one',
  'my',
  'the',
  'this',
  'that',
  'there',
  'theres',
  'ive',
  'i',
  'got',
  'had',
  'found',
  'have',
  'has',
  'new',
])

const isBareNoun = (word: string) => !startsAnew.has(word)
