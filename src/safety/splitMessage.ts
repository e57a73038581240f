const emoji = '(?:\\p{Extended_Pictographic}(?:\\ufe0f|\\u200d|\\p{Emoji_Modifier})*)+'
const sentenceEnd = new RegExp(`(?<=[.!?…]["')]*) | ?\\n ?| ?; ?| ?${emoji} ?`, 'u')
const blanks = /[^\S\n]+/g

/** Where something new is asked within a sentence: "I've found a lump | can I book for Tuesday". */
const asksSomethingNew = new RegExp(
  `(?:\\s*,)?\\s+(?=(?:(?:and|but|also|so|plus|then|anyway|btw|please|pls)\\s+){0,2}(?:${[
    '(?<!\\b(?:how|when|where|what|which|who|why) )(?:can|could|may|should|shall|do|does|will|would|is|are|am)\\s+(?:i|we|you|it|they|there|the|my|someone|a|an)',
    '(?:how|when|where|what|which|who|why)\\s+(?:do|does|is|are|can|could|should|would|will|am|time|about|long)',
    "(?:(?:i|we)(?:'?d| would)? )?(?:(?:need|want|like|wanted|wish|trying) to|can't|cannot|could you) (?:book|change|cancel|move|rearrange|rebook|make)",
    '(?<!\\b(?:i|we|you|to|someone|please) )(?:book|change|cancel|move|rearrange|rebook) (?:me|my|an|a|the)',
    'also\\b',
  ].join('|')})\\b)`,
  'iu',
)

/** Where a request ends and the person tells something: "can I move my appointment, | I've found a lump". */
const tellsSomethingNew =
  /\s*,\s+(?=(?:i|i'?ve|i'?m|my|there|there'?s|she|she'?s|he|he'?s|it|it'?s)\b)|\s+(?=(?:because|cos|coz|cause|as) (?:i|i'?ve|i'?m|my|there|there'?s|it|it'?s)\b)/iu

export type Part = { text: string; sentence: number; request: boolean }

/** The text cut into sentences, and these again where a request begins. Only its blanks are changed. */
export function splitMessage(text: string): Part[] {
  return text
    .replace(blanks, ' ')
    .split(sentenceEnd)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap((sentence, index) =>
      sentence
        .split(asksSomethingNew)
        .flatMap((part) => (asks(part) ? part.split(tellsSomethingNew) : [part]))
        .map((part) => ({ text: part.trim(), sentence: index, request: asks(part) })),
    )
    .filter((part) => part.text !== '')
}

const asks = (part: string): boolean => asksSomethingNew.test(` ${part}`)
