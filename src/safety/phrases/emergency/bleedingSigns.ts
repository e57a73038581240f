import type { PhraseRule } from '../../phraseRule.ts'

const notNow = ['years/yrs/ago/periods/period/monthly/leaflet/donor/pressure/test/tests/thinner/kit/sample/used']

/** Blood that will not stop or is too much, wherever it comes from. */
export const bleedingSignRules: readonly PhraseRule[] = [
  {
    id: 'emergency.bloodKeepsComing',
    find: [
      ['@blood', 'nosebleed/dressing/bandage/wound/drain/towel/towels/pad/pads/nose/stitches'],
      [
        'keeps/keep/kept/still .. coming/pouring/running/soaking/filling/flowing',
        'coming through',
        'pouring/poured/pours/gushing/gushed/spurting/pumping/streaming/squirting/dripping .. everywhere/floor/out/down/for/of/through/hours',
        'just running',
        'running out of/my/me/his/her',
        'running down .. leg/legs/arm',
        'everywhere',
        'soaked/soaking/soaks/filled/filling/fills .. through/pad/pads/towel/towels/bed/drain/dressing/bandage/sheets/twice/bottle',
        'on/through my/his/her/the .. second/third/fourth/fifth/sixth/2nd/3rd/4th/5th .. towel/pad/dressing',
        'pad .. every/an .. hour/minutes',
        'pads .. hour',
        'wont/not/doesnt/cant/hasnt/isnt/wouldnt/didnt/never .. stop/stopping/stopped/stem/clot',
        'lost/losing/loosing .. blood/lot/pints/loads',
        'uncontrollably/uncontrollable/haemorrhaging/hemorrhaging/nonstop/profusely',
        'tasting .. throat',
        'down my throat',
      ],
    ],
    within: 14,
    across: true,
    unless: [...notNow, 'water/leak/rain/roof/money/tea/coffee/milk/nipple/nip/boob/breast/titty/discharge/areola/smear/lump/van'],
    despite: ['denied'],
  },
  {
    id: 'emergency.heavyBleeding',
    find: [
      ['@blood', 'piles/miscarriage/clots'],
      [
        'heavy/heavily/loads/lots/pints/gushing/badly/massive/huge/buckets/clots/pure/bright/pouring/soaking/flooding/pools/pool/litres/tons/masses/filled',
        'a lot',
      ],
      [
        'dizzy/faint/fainted/lightheaded/woozy/weak/pale/collapsed/passed/grey/wobbly/stand/shaking/clammy/pregnant/weeks/soaking/pads/pouring/thinners/warfarin/apixaban/rivaroxaban/everywhere',
        'passed out',
        'light headed',
        'going black',
        'black round',
      ],
    ],
    within: 22,
    across: true,
    unless: [...notNow, 'blood pressure/test'],
  },
  {
    id: 'emergency.pregnantBleeding',
    find: [
      ['pregnant/pregnancy/bump/trimester', '## weeks/wks', 'baby'],
      [
        '@blood',
        'waters .. broke/gone/broken/green',
        'not/isnt/stopped/hasnt/havent .. moving/moved/kicking/kicked',
        'contractions',
        'baby .. coming',
      ],
      [
        'heavy/heavily/soaking/clots/pain/pains/cramps/cramping/lots/pads/moved/moving/kicking/felt/broke/broken/green/bright/loads/gushing',
        'baby .. coming',
      ],
    ],
    within: 18,
    across: true,
    unless: ['breast/breastfeeding/breastfed/nipple/nip/boob/smear/years/crying/sleeping/cot/pram/months old/after baby'],
    despite: ['denied'],
  },
  {
    id: 'emergency.heavyFromBottom',
    find: [
      ['@bottom', '@poo', '@toilet'],
      ['@blood', 'clots/clot/black/tarry/sticky'],
      [
        'pouring/gushing/running/filled/filling/heavy/heavily/loads/pints/clots/clot/everywhere/full/passed/dizzy/faint/collapsed/lightheaded/stand/pure',
        'pass/passed/passing/black/blacked/blacking out',
        'a lot of',
        'cant get off',
        'off the scale',
        'bled loads',
        'going black',
        'three/four/five/six/ten times since',
      ],
    ],
    within: 26,
    across: true,
    unless: ['test/kit .. found/showed', 'years/not loads/loads like', 'not a lot'],
  },
  {
    id: 'emergency.vomitsBlood',
    find: [
      [
        'vomiting/vomited/vomit/puking/puked/throwing/threw/chucking/chucked/sicking/sick/spewing/bringing/brought/heaving/retching .. up? .. blood',
        'blood .. in .. sick/vomit',
        'coffee grounds/granules',
        'coughing/coughed/coughs .. up? .. cupful/cupfuls/pints/loads/mouthfuls/mouthful/lots/clots',
        'coughing/coughed .. blood ... cant/breathe/breath/lots/loads/cupful/pouring/mouthful/clots',
      ],
    ],
    unless: ['years/ago/coffee grounds for'],
  },
  {
    id: 'emergency.boardBelly',
    find: [
      ['@belly', 'back/side/groin/chest'],
      [
        'ripped/ripping/tore/torn/tearing/board/rigid/rock/burst/exploded/stabbed/agony/agonising/excruciating/screaming/worst',
        'off the scale',
        'straight through',
        'through to',
        'doubled up/over',
        'cant .. stand/straighten/move',
      ],
      [
        'pain/pains/agony/shivering/grey/sweating/sick/sudden/suddenly/aneurysm/scan/cold/clammy/faint/passed/collapsed/through/blood/bled/vomiting/minutes/tonight/hour',
      ],
    ],
    within: 22,
    across: true,
    unless: [
      'mammogram/machine/years/arthritis/sciatica/laughing/split/gardening/breast/lump/stairs/wheelchair/smear/board of',
      'mi belly a',
    ],
    despite: ['denied'],
  },
]
