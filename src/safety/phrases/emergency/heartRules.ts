import type { PhraseRule } from '../../phraseRule.ts'

export const heartRules: readonly PhraseRule[] = [
  {
    id: 'emergency.chestPain',
    find: [
      ['chest/heart'],
      [
        'pain/pains/tight/tightness/tightening/heaviness/crushing/crushed/squeezing/squeezed/pressure/vice/elephant/ache/aches/aching',
        'agony/agonising/stabbing/hurts/hurting/killing/clamped/painful/sore/gripping',
        'feels/feeling/gone/so/really/very/dead heavy',
        'band/belt round/around/across',
        'sat/sitting on',
        'clutching/clutches/grabbing/holding',
      ],
    ],
    within: 6,
    unless: [
      'chest xray/infection/size/scan/physio/clinic',
      'x ray',
      'lump/lumps/bra/inches',
      'will/does/would it/they/the',
      'during/after/from/in .. mammogram/machine',
      'squash*/compress*',
      'broke/breaks my',
      'panic attacks',
    ],
  },
  { id: 'emergency.tightBand', find: [['tight/crushing/iron band/grip/vice/weight/belt'], ['chest/ribs']], within: 8 },
  {
    id: 'emergency.heartAttack',
    find: [
      [
        'having/think/thinks/reckon/possible/suspected/could/might/its/is/like .. heart attack',
        'having/think/suspected/in .. cardiac arrest',
      ],
    ],
    unless: ['gave/give/giving/given/nearly/almost', 'when/since/after/if i/my', 'risk/prevent'],
  },
  {
    id: 'emergency.heartAttackNow',
    find: [['heart attack'], ['now/today/tonight/symptoms/help/999/ambulance', 'this morning', 'just had']],
    unless: ['gave/give/nearly/almost'],
  },
  {
    id: 'emergency.armOrJawPain',
    find: [
      ['pain/pains/ache/aching/tingling/numb/numbness'],
      ['down .. left arm', 'down my/his/her/the arm', 'arm and jaw', 'jaw and arm', 'in .. jaw'],
    ],
    unless: ['frozen', 'years', 'shoulder', 'lymph*', 'tooth/teeth/dentist'],
  },
]
