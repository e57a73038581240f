import type { PhraseRule, Phrases } from '../phraseRule.ts'

const bleed: Phrases = ['bleed/bleeds/bleeding/bled/blood/spotting']
const sex: Phrases = [
  'sex/intercourse/sexual/shagging',
  'make/making/made love',
  'sleep/slept with my/him/husband/partner/boyfriend',
  'intimate/intimacy',
]
const downBelow: Phrases = ['vagina/vaginal/vaginally/fanny/privates/undercarriage/womb/cervix', 'down below/there']
/** Of the test itself, not of the person. */
const procedure: Phrases = ['after/during/from/have/having/had .. smear/colposcopy/coil/lletz/biopsy/swab', 'smear .. bleed/hurt/painful']

/** Bleeding outside periods, a new discharge, pain. */
export const cervicalRules: readonly PhraseRule[] = [
  { id: 'cervical.bleedAfterSex', programme: 'cervical', find: [sex, bleed], within: 12, unless: ['never had'] },
  {
    id: 'cervical.bleedBetween',
    programme: 'cervical',
    find: [
      [
        'between/inbetween/middle/outside .. period/periods/cycle/monthlies',
        'in between',
        'midcycle/intermenstrual/irregular/random/unusual/abnormal/unexpected/unexplained',
        'mid cycle',
        'not .. my period/due',
        'not due/on',
        'shouldnt',
        'im/am 5#/6#/7#/8#',
      ],
      bleed,
    ],
    within: 10,
    unless: procedure,
  },
  {
    id: 'cervical.bleedAfterMenopause',
    programme: 'cervical',
    find: [
      [
        'menopause/menopausal/postmenopausal/hysterectomy',
        'the change',
        'havent/not .. period/periods .. years/months/since',
        'no periods',
        'period/periods stopped/finished/ended',
        'years .. after/since .. period/periods/change',
        'through the change/menopause',
      ],
      bleed,
    ],
    within: 16,
    unless: procedure,
    despite: ['past', 'denied'],
  },
  {
    id: 'cervical.downBelow',
    programme: 'cervical',
    find: [downBelow, [...bleed, 'lump/lumps/growth/sore/sores/ulcer/itching/itchy/swelling']],
    within: 8,
    unless: [...procedure, 'smear/speculum'],
  },
  {
    id: 'cervical.discharge',
    programme: 'cervical',
    find: [
      [
        ...downBelow,
        'smelly/smells/smell/smelling/new/unusual/funny/brown/green/yellow/pink/bloody/watery/heavy/strange/odd/weird/different/fishy/foul/thick/horrible/lots/grey/abnormal/offensive',
        'knickers/pants/pad/liner/underwear',
      ],
      ['discharge/leaking'],
    ],
    within: 8,
    unless: [...procedure, 'nipple/nipples/breast/breasts/boob/bra/eye/ear/nose', 'discharge letter/summary/date/papers', 'hospital/ward'],
  },
  {
    id: 'cervical.painInSex',
    programme: 'cervical',
    find: [sex, ['pain/pains/painful/hurts/hurt/hurting/sore/agony/burning/burns/stings']],
    within: 8,
    causes: ['vaginismus/vulvodynia/dryness/atrophy'],
    unless: ['smear/smears/speculum/abuse*/assault*/trauma/violence'],
  },
  {
    id: 'cervical.pelvicPain',
    programme: 'cervical',
    find: [
      [...downBelow, 'pelvic/pelvis/groin/ovary/ovaries', 'lower/low back/tummy/belly/abdomen/stomach'],
      ['pain/pains/painful/ache/aches/aching/sore/hurts/hurting/cramps/cramping/dragging'],
    ],
    within: 8,
    causes: ['period/periods/vaginismus'],
    unless: [...procedure, 'smear/speculum', 'arthritis/sciatica/stand/standing/sit/sitting/wheelchair/chair/disc', 'mammogram/breast'],
  },
]
