import type { Message } from './readMessage.ts'

const WHO =
  '(?:she|he|they|mums?|mams?|moms?|mother(?: in law)?|dads?|da|father(?: in law)?|nans?|nana|nanna|nanny|gran|granny|grandma|grandmother|grandad|granddad|grandpa|granda|grandfather|wife|husband|partner|boyfriend|girlfriend|sister|brother|aunt|auntie|uncle|cousin|niece|nephew|daughter|son|baby|little (?:girl|boy)|friend|neighbour|carer|lady|patient|(?:mr|mrs|miss|ms) \\w+)'
const WHEN = '(?:away|now|this|last|yesterday|today|recently|suddenly|peacefully|in|at|a|two|three|over)'
/** "Dead nice" is nice. */
const VERY =
  '(?:scared|nice|good|funny|chuffed|keen|happy|worried|nervous|sure|proud|busy|lovely|set|right|easy|slow|late|tired|against|chatty|sweet|kind|rude|posh|sound|jealous|excited|embarrassed|poorly|strict|nosy|quick|quiet|bad|clever|friendly)'
const TELLS = new RegExp(
  [
    `\\b${WHO}(?:s|ve)?(?: (?:has|have|had|just|sadly|recently|now)){0,2} (?:died|deceased|passed(?:$| ${WHEN}\\b))`,
    `\\b${WHO}(?:s| is| was)(?: (?:sadly|now))? (?:deceased|dead(?! ${VERY}\\b)|no longer with us)\\b`,
  ].join('|'),
)
/** Found this minute it is an emergency. */
const NOW =
  /\b(?:what do i do|what should i do|just now|right now|on the (?:floor|sofa|bed|toilet|stairs)|in (?:the|her|his) (?:bath|bed|chair)|in front of me|breath\w*|gone (?:blue|cold)|i think|help)\b/

/** Whether a message tells that somebody has died, and not just now: most likely a bereavement, which is met as one. */
export function tellsOfDeath({ words }: Pick<Message, 'words'>): boolean {
  const text = words.flatMap((word) => (word.text === ',' ? [] : [word.text])).join(' ')
  return TELLS.test(text) && !NOW.test(text)
}
