import { normalise } from './normalise.ts'
import { splitSentences } from './splitSentences.ts'

/** Where one sentence begins to ask something more: "can I move it and is there parking", "… also how long does it take". */
const asksMore =
  /[,;]?\s+(?:oh and|and also|and|also|plus|but)\s+(?=(?:also\s+)?(?:can|could|do|does|did|is|are|will|would|should|may|what|where|when|how|who|which|why|i (?:need|want|would|also)|i'd|please|pls)\b)/i

/** A question, or a wish: what a person wants to have answered, as against what they tell. */
const asks =
  /\?|^(?:(?:and|also|so|hi|hello|please|pls|plz|just|oh) )*(?:can|could|do|does|did|is|are|will|would|should|may|what|where|when|how|who|which|why|any chance|i (?:need|want|would like|wish)|i'd like|need|want|please|tell me|book|change|cancel|move)\b/

/** The parts of a message that each ask for something, in order; fewer than two where there is nothing to split. */
export function splitNeeds(text: string): string[] {
  return splitSentences(text)
    .flatMap((sentence) => splitSentences(sentence.split(asksMore).join('\n')))
    .filter((part) => asks.test(normalise(part)))
}
