import type { PhraseRule } from '../../phraseRule.ts'
import { self } from './said.ts'

/** Hurting oneself, or having the means at hand. */
export const selfHarmRules: readonly PhraseRule[] = [
  {
    id: 'crisis.selfHarm',
    find: [
      [
        'self harm*/injur*/hurting',
        'selfharm*',
        `cut/cutting/cuts/hurt/hurting/harm/harming/harmed/burn/burning/starve/starving/slash/slashing/scratching/injure/injuring .. ${self}`,
        'cut/cutting/slit/slitting/slashed/slashing .. wrist/wrists',
        'thoughts/thinking/urge/urges of/about/to .. harm/harming/hurting/dying/death/cutting/hurt',
        'dark/intrusive thoughts',
        'started/been/keep/keeps cutting',
        'cutting again',
        'blade/razor/knife .. arm/arms/wrist/wrists/leg/legs/skin/thighs',
        'do/doing something stupid/silly',
        'something to myself',
        'voices telling/tell/saying/in',
      ],
    ],
    unless: [
      'shaving/shave/armpits/shaved/cooking/gardening/knife/accident/accidentally/iron/hob/oven/glass/falling/fell/gym/running/lifting',
      'scars/scarring/marks .. years/old/past',
    ],
  },
  {
    id: 'crisis.means',
    find: [
      [
        'saving/saved/stockpiling/stockpiled/hoarding/hoarded/collecting/collected/counting/counted .. tablets/pills/meds/medication/paracetamol/insulin',
        'jump/jumping/throw/throwing .. off/under/from/front .. bridge/train/roof/building/car/bus/lorry/traffic/cliff/window',
        'jump/jumping/throw/throwing .. off/under/from .. a/the bridge/train/roof/building/car/bus/lorry/cliff/window',
        'walk/step/run .. in front of',
        'drive .. into/off .. wall/tree/bridge/cliff/road',
        'enough tablets/pills to',
        'take/taking all .. tablets/pills',
        'tablets/pills .. take them all',
        'take them all',
        'drink myself to',
      ],
    ],
  },
]
