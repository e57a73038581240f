import type { PhraseRule } from '../../phraseRule.ts'
import { breast, implant } from '../bodyParts.ts'
import { seenByUs } from './said.ts'

export const shapeRules: readonly PhraseRule[] = [
  {
    id: 'breast.shape',
    programme: 'breast',
    find: [
      breast,
      [
        'changed/change/changes/changing .. shape/size/colour/appearance/texture',
        'change/changes in/to',
        'has/have/had/is/are/its/keeps changed/changing',
        'shape/size/skin/look/appearance/colour/texture .. changed/changing/different/altered',
        'gone/got/getting/grown/growing/become/becoming/suddenly/feels/feel/looks/went .. bigger/larger/smaller/lopsided/hard/harder/firm/firmer/solid/droopy/uneven/flat/flatter/heavier/hollow',
        'gone/got .. funny/odd/strange/weird/different/misshapen/big/small',
        'wasnt there',
        'size has',
        'bigger/larger/smaller/heavier/firmer than it was',
        'bigger/larger/smaller/firmer than used/before/normal/usual',
        'misshapen/shrunk/shrinking/distorted/lopsided/enlarged',
        'out of shape',
        'feels/looks/feel/look/looking/feeling/seems .. different/odd/funny/strange/weird/wrong/abnormal/unusual/peculiar',
        'isnt/not/doesnt/dont .. right/normal',
        'somethings/something .. wrong/up/amiss/changed',
      ],
    ],
    within: 10,
    unless: [
      ...seenByUs,
      'will/would it/they/my/the',
      'bra size',
      'machine/mammogram/screening/squash*/squeez*/unit/clinic/service/appointment',
      'how hard/firmly',
      'if they',
      'change/changed/changing .. time/date/booking/address/name/details/slot',
    ],
  },
  {
    id: 'breast.implant',
    programme: 'breast',
    find: [
      implant,
      [
        'hard/harder/hardened/hardening/misshapen/burst/ruptured/leaking/leaked/lumpy/changed/moved/slipped/shifted/deflated/deflating/painful/hurts/hurting/swollen/rippling/wonky/lopsided/popped/infected',
        'gone .. shape',
      ],
    ],
    within: 8,
    unless: [...seenByUs, 'press*/squash*/squeez* .. hard', 'how hard', 'changed my/the', 'if/risk/chance', 'worried/scared/afraid'],
  },
]
