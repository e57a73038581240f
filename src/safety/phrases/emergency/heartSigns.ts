import type { PhraseRule } from '../../phraseRule.ts'

/** A heart in trouble, told without the words "chest pain": by pressure, by where it spreads, by several small signs together. */
export const heartSignRules: readonly PhraseRule[] = [
  {
    id: 'emergency.chestPressure',
    find: [
      ['@chest'],
      [
        'weight/pressure/squeeze/squeezing/squashed/squashing/slab/concrete/brick/bricks/elephant/anvil/vice/clamp/clamped/crush/crushing/crushed/tight/tightness/tightening',
        'heavy/heaviness/burning/gripping/grip/band/knife/stabbed/searing/tearing/ripping/exploding/bursting/fluttering/hammering',
        'somebody/someone/summat/something .. sat/sitting/stood/standing/kneeling/pressing',
        'cutting/killing/hurting/paining .. me/him/her/bad',
      ],
    ],
    within: 8,
    unless: [
      'off my/me/her chest',
      'lifted/mammogram/machine/plates/xray/bra/cough/coughing/infection/inches/lump/lumps/tattoo/rash/scar/implant/implants',
      'chest of',
      'shy/modest/flat',
      'during/after/from/will/does/would/did/press',
    ],
  },
  {
    id: 'emergency.painThatSpreads',
    find: [
      [
        'pain/pains/ache/aching/heavy/heaviness/tightness/tingling/tingly/pressure/numb/discomfort/burning/indigestion/heartburn/sweating/sweat/sick/clammy',
      ],
      [
        'into/down/along/up/across/in .. both/left .. arms/arm/jaw',
        'into/down/up/to/in/spreading .. jaw/shoulder blade/blades',
        'down/into my/me/mi/ma/his/her/the .. arm/arms',
        'arm/arms .. and .. jaw',
        'jaw/neck .. and .. arm/arms',
        'round/through/into/to .. back .. and .. arm/arms',
        'arm/arms .. gone/going/all tingly/tingling/numb/heavy/dead',
      ],
    ],
    within: 18,
    across: true,
    unless: [
      'frozen/sleeve/lymph*/tooth/teeth/dentist/carpal/vaccine/jab/cannula/years/blood/biopsy/mammogram/machine/armpit/breast/nipple/lump/coughing/cough/hoarse/weeks',
      'shoulder op/operation/surgery',
    ],
  },
  {
    id: 'emergency.heartSigns',
    find: [
      ['sweating/sweats/sweaty/clammy/drenched', 'sweat .. pouring/pour/dripping', 'cold sweat'],
      ['grey/gray/ashen/pale/white', 'gone .. grey/pale/white', 'terrible colour', 'funny colour'],
      ['sick/vomiting/nauseous/nausea/queasy'],
      [
        'dizzy/faint/lightheaded/woozy/giddy',
        'light headed',
        'pass/black/passing/blacking out',
        'doom',
        'something/summat .. terrible/awful/bad .. happen',
      ],
      ['arm/arms/jaw', 'between .. shoulder blades', 'round .. back', 'bra strap'],
      ['@chest', 'indigestion/heartburn/gaviscon', 'middle'],
      ['pain/pains/ache/ached/aching/tight/tightness/heavy/pressure/squeeze/squeezing/crushing/palpitations/racing/pounding/galloping'],
    ],
    enough: 4,
    within: 30,
    across: true,
    unless: ['mammogram/xray/flu/menopause/flushes/period/nervous/anxious/hangover/hungover'],
  },
  {
    id: 'emergency.racingHeart',
    find: [
      ['heart/hearts/pulse/heartbeat/palpitations'],
      ['racing/galloping/pounding/thumping/hammering/fluttering/jumping/skipping/irregular/fast/over/beating/going/palpitations'],
      [
        'pass/passing/passed/black/blacking/blacked out',
        'faint/fainting/fainted/dizzy/lightheaded/collapsed/breathless/sweating/clammy/breath/grey',
        'for .. hour/hours/minutes',
        '1#0/2#0/1##',
        'wont slow/stop/settle/calm',
      ],
    ],
    within: 22,
    across: true,
    unless: [
      'nervous/nerves/anxious/anxiety/excited/scared/panic/terrified/mammogram/appointment/letter/envelope/thought',
      'at the thought',
      'when/every time i/you',
    ],
  },
  {
    id: 'emergency.noPulse',
    find: [
      [
        'no/without/hasnt/havent/find/finding/got pulse/heartbeat',
        'cant find .. pulse',
        'no/got a/any pulse',
        'hasnt got .. pulse',
        'doing/giving/started cpr',
        'heart .. stopped',
        'needs? .. cpr',
      ],
    ],
    unless: ['course/training/trained/learn/teach'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.heartAttackFeared',
    find: [
      ['heart attack', 'angina attack', 'cardiac arrest'],
      ['having/happening/could/might/sure/reckon/think/worried/feels/feel/symptoms/signs/women/wife/now/grey/sweating'],
    ],
    within: 9,
    unless: [
      'gave/give/giving/nearly/almost/convinced/material/had/risk/prevent/leaflet/years/since/family/coming/when/like',
      'not having',
    ],
  },
  {
    id: 'emergency.angina',
    find: [
      ['angina/gtn/spray'],
      [
        'not/isnt/wont/hasnt/doesnt work/working/worked/touch/touching/help/helping/helped/shift/easing',
        'no better',
        'done nothing',
        'worse/twice/three/rest',
      ],
    ],
    within: 14,
    across: true,
    despite: ['denied', 'general'],
  },
]
