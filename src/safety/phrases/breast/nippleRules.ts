import type { PhraseRule } from '../../phraseRule.ts'
import { breast, nipple } from '../bodyParts.ts'
import { feeding, seenByUs } from './said.ts'

export const nippleRules: readonly PhraseRule[] = [
  {
    id: 'breast.nipple',
    programme: 'breast',
    find: [
      nipple,
      [
        'turn/turns/turned/turning/pull/pulls/gone/going/pulled/pulling/sucked/drawn/pointing/dragged/went/sinking/sunk/tilting .. in/inward/inwards/inside/down/sideways/flat/under/different/funny/hard',
        'inverted/invert/inverting/retracted/retracting/flattened/indented/lopsided/changed/changing/changes/change/moved/different/misshapen/disappeared',
        'rash/crust/crusts/crusty/crusting/crusted/scab/scabs/scabby/scaly/scales/flaky/flaking/peeling/itch/itchy/itching/itches/eczema/cracked/ulcer/sore/psoriasis/dry',
        'weep/weeps/weeping/wept/ooze/oozes/oozing/leak/leaks/leaking/leaked/leaky/discharge/discharges/discharging/fluid/liquid/pus/dripping/wet/secretion/milk/milky/gunk/goo/seeping',
        'blood/bloody/bled/bleed/bleeds/bleeding/bloodstained',
        'coming/comes/came out/from',
        'migrated/sideways/heading/wandered/shifted/tucked/dragged',
        'off centre',
        'red/redness/hot/swollen/spot/growth/hard/wart/blister/numb/burning/stinging',
        'isnt/not/doesnt .. right/normal/same',
        'looks/looking/feels .. odd/funny/strange/weird/wrong',
      ],
    ],
    causes: feeding,
    unless: [
      ...seenByUs,
      'pierc*',
      'cover/covers/sticker/stickers/marker',
      'change/changing room/rooms/appointment/date',
      'press*/squash*/machine',
      'blood test/pressure',
    ],
  },
  {
    id: 'breast.discharge',
    programme: 'breast',
    find: [
      [...breast, 'bra/nightie/pyjamas'],
      ['discharge/leak/leaks/leaking/leaked/fluid/liquid/pus/weeping/oozing/blood/bleeding/stain/stains/stained/milky/secretion/gunk'],
    ],
    within: 8,
    causes: feeding,
    unless: [
      ...seenByUs,
      'breast milk/screening/clinic/unit/care',
      'biopsy',
      'blood pressure/test/tests/thinners/cancer',
      'discharge letter/summary',
    ],
  },
]
