import { sequence } from './sequence.ts'

/** Ways in which people type that should change nothing of what is understood. */
export const roughWays = ['typos', 'no punctuation', 'capitals', 'text speak'] as const
export type RoughWay = (typeof roughWays)[number]

/** So many words get one wrong letter. */
const SHARE_WITH_TYPO = 0.2
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const textSpeak = new Map(
  [
    'you u',
    'your ur',
    'are r',
    'please pls',
    'to 2',
    'for 4',
    'before b4',
    'great gr8',
    'late l8',
    'wait w8',
    'today 2day',
    'tomorrow 2moro',
    'because cos',
    'what wot',
    'with wiv',
    'appointment appt',
    'appointments appts',
    'thanks thx',
    'people ppl',
    'about abt',
    'have av',
    'something summat',
    'my mi',
    'and n',
    'message msg',
    'mammogram mamo',
    'really rly',
    'the da',
    'be b',
    'see c',
    'why y',
  ].map((pair) => pair.split(' ') as [string, string]),
)

/** A text as it might be typed in haste. The same text and seed give the same result. */
export function roughen(text: string, way: RoughWay, seed: number): string {
  switch (way) {
    case 'typos':
      return withTypos(text, seed)
    case 'no punctuation':
      return text
        .replace(/[^\p{L}\p{N}\s]+/gu, '')
        .replace(/\s+/g, ' ')
        .toLowerCase()
    case 'capitals':
      return text.toUpperCase()
    case 'text speak':
      return text
        .toLowerCase()
        .replace(/[’']/g, '')
        .replace(/\p{L}+/gu, (word) => textSpeak.get(word) ?? word)
  }
}

/** One slip in a fifth of the words: a letter left out, put in, changed, or swapped with its neighbour. */
function withTypos(text: string, seed: number): string {
  const random = sequence(seed)
  return text
    .split(' ')
    .map((word) => {
      if (word.length < 3 || random() > SHARE_WITH_TYPO) return word
      const at = Math.floor(random() * (word.length - 1))
      const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x'
      const [before, own, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
      const slips = [`${before}${next}${after}`, `${before}${letter}${own}${next}${after}`, `${before}${letter}${next}${after}`]
      return slips[Math.floor(random() * 4)] ?? `${before}${next}${own}${after}`
    })
    .join(' ')
}
