import { callPerson } from './person.ts'
import { plainWords } from './plainWords.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'

const OF_HERSELF = '(?:i|ive|im|me|my|myself|was|been|being|got|getting)'
const LONG_AGO = '(?:when|as|in|at|before|years?|long|once|back|then|and|so|but|i|it|that|makes?|means|still|has|with)'
const TELLS_OF_IT = new RegExp(
  [
    // What was done is named, and done to her.
    `\\b${OF_HERSELF}(?: \\w+){0,3} (?:raped|rapped|molested|interfered with(?= (?:as|when|by))|sexually (?:abused|assault\\w*|assult\\w*)|abused|assaulted)\\b`,
    '\\b(?:abused|raped|assaulted|touched|molested) (?:as a (?:child|kid|girl|boy|teen\\w*)|when i was|by my)\\b',
    '\\bsexually (?:abused|assaulted|assulted)(?: as| when| by| years| in|$)',
    // It is named as hers.
    '\\b(?:my|past|childhood) (?:sexual )?(?:abuse|assault|rape|trauma)\\b(?! (?:clinic|ward|surgeon|counsellor))',
    '\\b(?:history of|been through|survived|survivor of|victim of) (?:\\w+ )?(?:abuse|rape|assault|violence|trauma)\\b',
    '\\b(?:abuse|rape|violence|csa|trauma|assault) (?:survivor|victim)\\b',
    '\\bsexual (?:abuse|assault|trauma)(?: in my| as a| when| by|$)',
    '\\b(?:birth trauma|traumatic birth|i have trauma|trauma(?:tised)? (?:from|by|since) (?:a |my |the )?(?:birth|past|childhood|abuse))\\b',
    '\\bc ?ptsd\\b|\\bpost traumatic\\b|\\bptsd\\b',
    '\\b(?:i have|ive|ive had|i had|had|have had|with) fgm\\b',
    // It is not named.
    `\\b(?:happened|done) to me(?:$| ${LONG_AGO}\\b)`,
    '\\bwhat (?:he|they) did to me(?:$| (?:when|as|years|back then|i|and|so)\\b)',
  ].join('|'),
)
/** What is no disclosure of hers, though it has the words. */
const NOT_HERS =
  /\b(?:not a (?:victim|survivor)|never (?:been )?(?:abused|raped|assaulted)|(?:verbally|racially) (?:abused|assaulted)|(?:her|his|their|my (?:daughter|friend|sister|mum|mate)s?) (?:past|ptsd|trauma|abuse)|happened to me (?:letter|results?|appointment|aunt|mum|dad|nan|sister|brother|kit|form|text))\b/

/** Whether the words tell that something was done to her once, whatever else is asked. What goes on now is the safety gate's. */
export const tellsOfPastHarm = (text: string): boolean => {
  const words = plainWords(text)
  return TELLS_OF_IT.test(words) && !NOT_HERS.test(words)
}

/** Said before what was asked is answered: with such a past nobody should have to deal with a program alone. */
export async function meetPastHarm(turn: Turn): Promise<void> {
  await say(turn.context, 'I am sorry for what happened to you. You do not have to tell us more about it than you want to.')
  await callPerson(turn, 'distress', { note: 'something in the past makes this hard', withoutForm: true })
}
