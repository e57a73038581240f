import type { Need } from '../../src/booking/need.ts'
import { plainWords } from '../plainWords.ts'

const NEEDS: [Need, RegExp][] = [
  ['implants', /\bimplants?\b|\bboob job\b/],
  [
    'device',
    /\bpace ?maker\b|\bdefib\w*|\bicd\b|\bloop (?:recorder|monitor)\b|\bshunt\b|\b(?:insulin|pain) pump\b|\bport ?a ?cath\b|\bdevice\b|\bstimulator\b/,
  ],
  [
    'stepFree',
    /\bsteps\b|\b(?:no|a|any|without a|one) step\b|\bstep ?free\b|\bstairs?\b|\bwheel ?chair\b|\bmobility\b|\bscooter\b|\bwalk(?:er|ing (?:frame|stick))\b|\brollator\b|\bcrutch(?:es)?\b/,
  ],
  ['interpreter', /\binterpreter\b|\btranslat\w+|\b(?:not|dont|doesnt) (?:speak|understand) (?:much |good |any )?english\b/],
  ['hearing', /\bdeaf\b|\bhearing\b|\bbsl\b|\bsign language\b/],
  ['sight', /\bblind\b|\bsight(?:ed)?\b|\bcant see\b|\blarge print\b/],
  [
    'longer',
    /\b(?:more|extra|longer|bit of|double) (?:time|slot|appointment)\b|\blonger\b|\btake (?:my|your|her|it) (?:time|slow\w*)\b|\bslow\w*\b/,
  ],
  [
    'support',
    /\blearning (?:disab\w+|difficult\w+)\b|\bautis\w+|\bdementia\b|\bcarer\b|\b(?:anxi\w+|panic\w*|nervous|frightened|terrified|trauma\w*|abuse\w*)\b|\bsupport\b|\bquiet\b/,
  ],
]

/** What speaks against a mammogram now, or asks for somebody who knows: never for a bot to weigh. */
const FOR_STAFF =
  /\bpregnan\w*|\bexpecting (?:a |my )?baby\b|\bbreast ?feed\w*|\b(?:tp ?53|brca\d?|palb2)\b|\bvery high risk\b|\bdouble mastectomy\b|\bboth (?:my )?(?:breasts|boobs) (?:were |have been |are )?(?:removed|off|gone)\b|\b(?:breast|hospital) (?:consultant|clinic) already\b|\bmammogram (?:in|within) (?:the )?(?:last|past) (?:\w+ )?(?:weeks?|months?)\b|\bmammogram (?:\w+ ){1,2}(?:weeks?|months?) ago\b/

/** What she says she has not, or can do, is no need. */
const DENIED =
  /\b(?:no|not|never|dont have(?: any)?|havent (?:had|got)|can manage|im fine with|ok with)\b(?: (?:a|an|any|my|the))*(?: \w+)?/g

const claimedIn = (text: string): string => plainWords(text).replace(DENIED, ' ')

/** What would help somebody, in her own words; none where she names nothing that we know. */
export function readNeeds(text: string): Need[] {
  // "No steps" is how people ask for a place without any.
  const words = /^no (?:steps?|stairs)\b/.test(plainWords(text)) ? plainWords(text) : claimedIn(text)
  return NEEDS.flatMap(([need, said]) => (said.test(words) ? [need] : []))
}

/** Whether words tell of something for which staff should look before anything is booked. */
export const isForStaff = (text: string): boolean => FOR_STAFF.test(claimedIn(text))
