import type { Match } from './compileRule.ts'
import { otherPeople, own } from './phrases/people.ts'
import type { Message } from './readMessage.ts'

/**
 * Whose trouble a match is about: the writer's if "my" stands within it, else that of the nearest person named before the claim in the
 * same sentence; "nobody" where no one is.
 */
export function whoseClaim({ words }: Message, { from, to, claimFrom, claimTo }: Match): 'own' | 'another' | 'nobody' {
  const sentence = words[claimFrom]?.sentence
  for (let i = claimTo - 1; i >= 0 && words[i]?.sentence === sentence; i--) {
    const word = words[i]?.text ?? ''
    if (otherPeople.has(word)) return 'another'
    if (own.has(word)) return 'own'
    if (word === 'my' && i >= from - 2 && !otherPeople.has(words[i + 1]?.text ?? '')) return 'own'
  }
  return words.slice(from, to).some(({ text }, i) => text === 'my' && !otherPeople.has(words[from + i + 1]?.text ?? '')) ? 'own' : 'nobody'
}
