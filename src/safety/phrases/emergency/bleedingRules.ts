import type { PhraseRule } from '../../phraseRule.ts'
import { bottom, poo, toilet } from '../bodyParts.ts'

export const bleedingRules: readonly PhraseRule[] = [
  {
    id: 'emergency.bleeding',
    find: [
      ['bleed/bleeding/blood/bled'],
      [
        'wont/not/doesnt/cant/hasnt/isnt/wouldnt stop/stopping/stopped/stem/easing',
        'cant .. stop it/bleeding',
        'haemorrhaging',
        'pouring/gushing/spurting/everywhere/drenched/pumping',
        'losing .. blood',
        'badly/heavily/loads/buckets/uncontrollably/profusely/nonstop',
        'a lot',
        'feel/feeling/gone faint/dizzy/weak',
      ],
    ],
    causes: ['period/periods/monthly'],
    unless: ['blood pressure/thinners/test/tests/donor', 'smear'],
    despite: ['denied'],
  },
  {
    id: 'emergency.woundStillBleeds',
    find: [['biopsy/wound/dressing/stitches'], ['still/keeps/keep bleeding', 'bleeding through', 'wont clot']],
    within: 12,
  },
  {
    id: 'emergency.soaked',
    find: [['soaked/soaking/soaks'], ['pad/pads/dressing/dressings/bandage/towel/towels/bed'], ['wound/biopsy/blood/bleeding/hour']],
    within: 14,
  },
  {
    id: 'emergency.rectalBleeding',
    find: [
      [...bottom, ...poo],
      ['blood/bleed/bleeding/clots/clot'],
      ['heavy/heavily/lots/loads/clots/pouring/gushing/pints/full', 'a lot', 'bright red'],
    ],
    within: 12,
    unless: ['paper/wipe/wiping/looks', 'test/kit'],
  },
  {
    id: 'emergency.redWater',
    find: [
      [...toilet, 'water'],
      ['red water', 'full of', 'water .. red', 'bowl/pan/toilet/loo .. red', 'filled'],
      ['blood/clots/bloody/red'],
    ],
    within: 9,
  },
  {
    id: 'emergency.clots',
    find: [
      ['passing/passed/pass .. clots/clot', 'clots of blood'],
      [...bottom, ...poo, ...toilet],
    ],
    within: 10,
  },
]
