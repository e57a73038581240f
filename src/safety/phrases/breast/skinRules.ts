import type { PhraseRule } from '../../phraseRule.ts'
import { armpit, breast } from '../bodyParts.ts'
import { feeding, seenByUs } from './said.ts'

export const skinRules: readonly PhraseRule[] = [
  {
    id: 'breast.skin',
    programme: 'breast',
    find: [
      [...breast, ...armpit, 'chest/skin'],
      [
        'dimple/dimples/dimpled/dimpling/dent/dents/dented/dint/leathery/dimply/indent/indentation/indented/pucker/puckers/puckered/puckering/tethered/crinkled/crinkly/hollow/sunken',
        'orange peel',
        'like .. orange/cellulite',
        'pulled/pulling/pulls/sucked/drawn/caved/sinking in/inwards/inward',
        'ulcer/ulcerated',
        'sore .. wont/not/hasnt heal/healed/healing',
        'weeping/open sore/wound',
        'veins .. showing/visible/prominent/raised/appeared',
        'visible/prominent/raised veins',
      ],
    ],
    unless: seenByUs,
  },
  {
    id: 'breast.redness',
    programme: 'breast',
    find: [
      [...breast, ...armpit],
      [
        'red/redness/reddened/redder/hot/inflamed/inflammation/rash/rashes/itchy/itching/itches/scaly/flaky/eczema/mastitis/infected/infection/abscess/discoloured/purple',
        'warm to',
      ],
    ],
    within: 7,
    causes: feeding,
    unless: [
      ...seenByUs,
      'sunburn*/shingles/tan/deodorant/radiotherapy/vaccine/jab',
      'after/from/by/during/since .. mammogram/screening/squashing/machine',
      'hot drink/weather/day/in/flush*/van/room/water/out',
      'heat',
      'last time',
      'breast clinic/screening/van/unit/centre/care',
      'red car/van/door/letter/building/bra/top',
    ],
  },
]
