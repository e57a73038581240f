import type { PhraseRule, Phrases } from '../phraseRule.ts'

const test: Phrases = [
  'blood test/tests/pressure/thinners/doning/donor/sample',
  'kit/test/sample/they .. found/find/detected/showed/looks/look/picked',
  'traces/trace .. blood',
  'leaflet/leaflets/poster/posters',
]

const procedure: Phrases = ['after/during/from/had/have/having .. smear/colposcopy/coil/lletz/biopsy/swab/scope/colonoscopy/camera']

/** Signs below, told plainly, shyly or in dialect. */
export const belowRules: readonly PhraseRule[] = [
  {
    id: 'cervical.spotting',
    programme: 'cervical',
    find: [
      ['spotting/@blood', 'bleedin/show'],
      [
        'between/inbetween/midcycle/sex/intercourse/shagging/shag/deed/menopause/menopausal/postmenopausal/change/hrt/womb/smear/smere/vagina/fanny/wipe/knickers/pad/liner/coil/contraceptive/pill/peroids/periods/testosterone/hysterectomy',
        'not due',
        'down below/there',
        'doon there',
        'after we/making/being/love/him',
        'doing it',
        'the paper',
        '5#/6#/7#/8#',
        'on t',
        'on testosterone',
      ],
      [
        'again/keeps/keep/started/starting/still/now/every/each/each/most/always/weeks/months/month/since/get/getting/got/been/have/ive/having/is/theres/noticed/after/when/just/been/keep/little/bit/some/wont',
      ],
    ],
    within: 22,
    across: true,
    unless: [
      ...test,
      ...procedure,
      'stopped bleeding',
      'nipple/nip/boob/breast/bottom/poo/stool/motion/piles/loo/toilet/lav/nose/gums/eye/cough/kit/phlegm',
      'day # of my',
      'like any normal',
      'bleeding heck/hell',
      'on my period',
      'change .. appointment/date/time/my',
    ],
    despite: ['denied'],
  },
  {
    id: 'cervical.afterSex',
    programme: 'cervical',
    find: [
      [
        'sex/intercourse/shag/shagging/deed/intimate/lovemaking/bonking/rumpy/marital/cuddle',
        'made/making/make/makes love',
        'we .. do it',
        'with .. husband/boyfriend/partner/him/gf/fella',
        'slept with',
        'bleed after',
      ],
      ['@blood', 'spotting/pain/painful/hurts/sore/agony/stings/stinging/burns/murder/red/tearing/horror'],
    ],
    within: 14,
    unless: ['never had', 'forced/forces/raped/makes', ...procedure, ...test, 'abuse*/assault*'],
  },
  {
    id: 'cervical.dischargeBelow',
    programme: 'cervical',
    find: [
      ['discharge/stuff/gunk/fluid/water/watery/leaking/leak/odour/smell/smells/whiff/sludge'],
      [
        'vagina/fanny/knickers/pants/pad/liner/bits/privates/foof/smear/thrush/womb',
        'down below/there',
        'doon there',
        'coming out',
        'private parts',
      ],
      [
        'smell/smells/smelly/odour/whiff/stinks/pink/pinkish/brown/green/yellow/grey/blood/bloody/streaks/funny/weird/different/changed/new/weeks/month/months/since/watery/offensive/fishy/constant/keeps/horrible',
      ],
    ],
    within: 16,
    across: true,
    unless: [...procedure, ...test, 'nipple/breast/boob/bra/hospital/ward/eye/ear/nose/poo/stool/motion/bowel', 'discharge letter/summary'],
  },
  {
    id: 'cervical.dischargeChanged',
    programme: 'cervical',
    find: [
      ['discharge'],
      [
        'changed/brown/green/yellow/pink/grey/bloody/blood/smelly/smells/odour/streaks/fishy/watery/new/heavier/thicker/itchy/worse/persistent/weeks/month/months',
      ],
    ],
    within: 9,
    unless: ['nipple/breast/boob/bra/hospital/ward/eye/ear/nose', 'discharge letter/summary', ...procedure],
  },
  {
    id: 'cervical.soreBelow',
    programme: 'cervical',
    find: [
      ['@genitals', 'groin/pelvis/pelvic/waist/ovary/ovaries/womb'],
      [
        'sore/lump/lumps/growth/ulcer/itch/itches/itching/itchy/swelling/swollen/wart/warts/dragging/ache/aching/pain/pains/paining/pressure/heaviness/burning/bloated',
      ],
      ['@recently/@lasting', 'new/healed/got/theres/ive/have/found/noticed/having/been/smear/low'],
    ],
    within: 16,
    across: true,
    unless: [
      ...procedure,
      ...test,
      'smear .. hurt/painful',
      'dryness/dry/vaginismus/arthritis/scan',
      'bits and',
      'years/ago',
      'waist size',
    ],
  },
  {
    id: 'cervical.heavier',
    programme: 'cervical',
    find: [
      ['@blood', 'periods/period'],
      ['heavier/flooding/irregular/worse/started/longer/random/abnormal', 'got/getting heavy/heavier'],
      ['smear/colposcopy/cervical/womb/pelvic/sit/pain/since/weeks/months/hpv/menopause/postmenopausal'],
    ],
    within: 20,
    across: true,
    unless: [...test, 'nipple/nose/money/bloody phone', 'due/date/clash/day # of'],
  },
]
