import type { PhraseRule } from '../../phraseRule.ts'

/** An allergy that closes the throat, an infection that has reached the blood. */
export const allergyAndSepsisRules: readonly PhraseRule[] = [
  {
    id: 'emergency.mouthSwells',
    find: [
      ['lip/lips/tongue/tounge/toung/throat/mouth/face/airway/eye/eyes'],
      [
        'swell/swells/swelling/swelled/swollen/swole/ballooned/massive/huge/enormous/closing/closed/shut/tight/tightening/puffed/itching/tingling/tingly/thick/blown',
        'blown/blowing/puffing/coming up',
        'too big',
        'getting bigger',
        'closing up',
      ],
      [
        'breath/breathe/breathin/breathing/wheeze/wheezing/whistley/hives/rash/lumps/stung/sting/nut/nuts/antibiotic/antibiotics/tablet/tablets/reaction/allergic/anaphyl*/anafil*/epipen/plaster/dressing/dye/mouth/swallow/ate/eaten/dizzy/penicillin/tongue/tounge/throat/lips/jab/blotchy/red/prawn/prawns/latex/wasp/bee',
      ],
    ],
    within: 24,
    across: true,
    unless: [
      'tonsil*/glands/tooth/teeth/dentist/drops/years/ago/always/botox/filler/cold/hayfever/nerves/breast/nipple/pollen/cried/crying',
    ],
  },
  {
    id: 'emergency.reaction',
    find: [
      ['anafil*/anaphyl*/epipen/jext'],
      ['having/think/used/again/now/still/swelling/swollen/going/happening/tongue/throat/breathing/jabbed/help'],
    ],
    within: 10,
    across: true,
    unless: ['bring/carry/history/years/ago/had/should/hold'],
  },
  {
    id: 'emergency.infectionSpreads',
    find: [
      [
        '@breast/@nipple',
        'biopsy/wound/scar/operation/op/stitches/dressing/procedure/mastitis/mastitus/mastectomy/lumpectomy/drain/implant/infection/infected/chemo/neutropenic/surgery/antibiotics/uti/kidney/catheter/colonoscopy/cellulitis/abscess',
      ],
      [
        'shiver*/shivr*/shak*/rigor/rigors/delirious/confused/confussed/confusion/fever/feverish/drowsy/rambling/mottled',
        'not making .. sense',
        'not makin sense',
        '38/39/40/41',
        'burning/boiling up',
        'temp/temperature',
        'heart/pulse .. racing/pounding/galloping/fast',
        'breathing .. fast',
        'teeth .. chattering',
        'cant stop shaking/shivering',
      ],
      [
        'hot/red/scarlet/purple/boiling/swollen/spreading/spreadin/spread/spreadn/pus/oozing/smells/chemo/neutropenic/biopsy/mastitis/mastitus/worse/wound/op/operation/surgery/needle/39/40/infected/infection/antibiotics/colonoscopy/agony/pain/throbbing/uncontrollably/uncontrolable/rigors',
        'since/after .. biopsy/operation/needle/op/surgery',
      ],
    ],
    within: 26,
    across: true,
    unless: [
      'nervous/nerves/anxious/terrified/scared/frightened/years/ago/flushes/dates/letter/letters/thinking/heating',
      'confused about/by/over',
    ],
  },
  {
    id: 'emergency.chemoFever',
    find: [
      ['chemo/neutropenic/transplant/immunotherapy/spleen'],
      ['fever/temp/temperature/shakes/shaking/shivering/shivery/rigors/38/39/40/sweats/infection/unwell'],
    ],
    within: 18,
    across: true,
    unless: ['years/ago/finished/last'],
  },
  {
    id: 'emergency.shakingAndMuddled',
    find: [
      ['shiver*/shivr*/shaking/shakes/rigors/mottled/clammy'],
      ['confused/confussed/muddled/uncontrolable/uncontrollably/uncontrollable/delirious/rambling/sense', 'cant stop'],
      ['hot/fever/purple/temperature/temp/spreading/red/since/breathing/infection/39/40'],
    ],
    within: 18,
    across: true,
    unless: ['nervous/scared/terrified/letter/laughing'],
  },
]
