import type { PhraseRule } from '../phraseRule.ts'

/** Signs of the lungs. */
export const chestSigns: readonly PhraseRule[] = [
  {
    id: 'lung.coughBlood',
    programme: 'lung',
    find: [
      [
        'cough/coughs/coughing/coughed/coughin/spit/spitting/spat/hack/hacking/phlegm/gob/gobbing/sputum/tissue/tissues/hanky/bringing/brought/catarrh',
      ],
      ['blood/bloody/red/rusty/pink/streaks/streaked/specks/flecks', 'bits of red', 'red bits/spots/stuff'],
    ],
    within: 10,
    across: true,
    unless: [
      'blood test/tests/pressure/thinners/donor',
      'red cross/letter',
      'tissue sample/taken/normal',
      'dad/nan/grandad/mum .. died',
      'years/ago',
    ],
  },
  {
    id: 'lung.lastingCough',
    programme: 'lung',
    find: [
      [
        'cough/coughs/coughing/coughin/coughed/hacking/barking/wheeze/wheezing/hoarse/hoarseness/voice/chesty',
        'chest infection/infections',
      ],
      [
        '@lasting',
        'weeks/wks/months/fortnight/ages/since/shift/shifted/shake/rid/third/fourth/another/worse/changed/seal/guts/night/losing/lost/weight/slim/skin/breathless/hoarse/shoulder/different',
      ],
      [
        'cough/coughing/coughin/hoarse/weight/weeks/wks/months/since/blood/shift/shifted/shake/lost/losing/worse/slim/breathless/breath/third/infection/infections/bones/guts/fortnight/ages/changed/different',
      ],
    ],
    within: 14,
    across: true,
    unless: [
      'smokers cough',
      'no different',
      'same as',
      'better/gone since',
      'had covid/flu',
      'asthma',
      'years/ago/always',
      'cough sweets/mixture/medicine',
      'in .. weeks',
      'voice mail/message/note/recording',
      'voice .. phone',
      'since 19*/200*/201*',
      'next week/month',
      'how long',
      'well aware',
    ],
    despite: ['denied'],
  },
  {
    id: 'lung.shortOfBreath',
    programme: 'lung',
    find: [
      [
        'breath/breathless/breathlessness/puffed/puffing/puffy/wheezy/wheezing/winded',
        'short of breath/puff',
        'out of breath/puff',
        'cant .. walk/climb/get up',
      ],
      ['socks/kettle/stairs/dressed/dressing/shower/hill/shoes/bed/talking/nothing/getting/walking/breathless/short/pillows'],
      ['new/lately/recently/weeks/months/since/worse/started/never/suddenly/now/getting/keep/just/used/before/month'],
    ],
    within: 18,
    across: true,
    unless: [
      'copd/asthma/emphysema/nervous/anxious/panic/running/bus/steps up/hold/same/always/years/heart failure/how many/long covid',
      'ramp/van',
      'laughing',
    ],
  },
]
