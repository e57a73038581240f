import { HELPED, NOT_HELPED } from './choices.ts'
import { plainWords } from './plainWords.ts'
import type { Said, Turn } from './turn.ts'

const NOT_WHAT_I_ASKED =
  /^(?:no )?(?:sorry )?(?:but )?(?:(?:that|this|it)s? (?:(?:is|was) )?not (?:what i (?:asked|meant|wanted)(?: for| to know)?|my question|helpful|(?:really )?(?:the |an )?answer(?: to my question)?)|(?:that|this|it) (?:did not|didnt|does not|doesnt|hasnt|has not) (?:really )?(?:help(?:ed)?|answer (?:my|the) question)(?: me)?(?: at all)?|not (?:what i (?:asked|meant)|helpful)|you (?:did not|didnt|havent|have not) answer(?:ed)? (?:my|the) question|wrong answer)$/
const IT_HELPED =
  /^(?:(?:that|this|it)s? (?:(?:is|was|has been) )?(?:very |really |so |most |such a )?(?:helpful|helped|(?:great|big) help)(?: me)?(?: a lot| so much)?|(?:very|really|so) helpful)(?: (?:thanks|thank you|ta|cheers)(?: (?:so|very) much)?)?$/

/** A word about the answer just given, tapped or plainly typed, is kept with the message that was answered. */
export function hearVote({ session, answeredBefore }: Turn, { text, value }: Said): void {
  const helped = value === HELPED.value || (value === undefined && IT_HELPED.test(plainWords(text)))
  const isNot = value === NOT_HELPED.value || (value === undefined && NOT_WHAT_I_ASKED.test(plainWords(text)))
  if (answeredBefore && (helped || isNot)) session.heard = { ...session.heard, vote: { eventKey: answeredBefore, helped } }
}
