import type { PhraseRule } from '../../phraseRule.ts'

export const breathRules: readonly PhraseRule[] = [
  {
    id: 'emergency.cannotBreathe',
    find: [
      [
        'cant/couldnt/hardly/barely/scarcely .. breathe/breath',
        'not/isnt/stopped/stops/wont breathing/breathe',
        'cant/hardly/barely/struggling/trying/fighting .. breath/air',
        'struggling/struggle/struggles/difficulty/difficult/trouble/hard/fighting .. breathe/breathing/breath',
        'gasping',
        'really/very/so/severely/suddenly/extremely breathless',
        'breathing .. bad/worse/awful/terrible/laboured/difficult/rapid',
        'cant finish/complete .. sentence',
        'very/so/really/suddenly short of breath',
        'having .. asthma attack',
        'inhaler .. not/isnt/wont',
        'lips/face .. blue/purple',
        'gone/going/turning/turned blue',
        'choking/suffocating',
      ],
    ],
    unless: [
      'mask/masks',
      'choking/gasping on/for .. brew/price/prices/cuppa/tea/drink',
      'small/tight/enclosed/confined/closed/crowded .. space/spaces/room/rooms/places',
      'lift/lifts/tunnel/mri',
      'steps/stairs/hill/hills/slope/lying/lie/flat',
      'hold/holding .. breath',
      'panic attacks',
      'when/whenever i panic/get',
      'what if',
    ],
    despite: ['denied', 'general'],
  },
]
