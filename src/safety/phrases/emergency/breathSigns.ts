import type { PhraseRule } from '../../phraseRule.ts'

/** Breath that fails: by asthma, choking, smoke, gas, a clot, or no cause told. */
export const breathSignRules: readonly PhraseRule[] = [
  {
    id: 'emergency.fightingForBreath',
    find: [
      [
        'cant/cannae/cyaan/couldnt/struggling/fighting/trying/unable/battling .. get/catch/draw/take/find .. breath/air/breaths',
        'trying/fighting/struggling to get/catch .. breath',
        'cant/struggling .. breathe/breathin',
        'cant/only/barely/hardly .. say/speak/talk/manage .. words/word/sentence .. time/breath',
        'fighting/gulping/gasping for .. air/breath',
        'breathing .. gone/going/is .. slow/shallow/funny/weird/noisy/rattly/whistley/whistly/raspy/fast/gurgly/stopped',
        'gaps and gasps',
        'gaps .. breathing/breaths',
        'stopped/stops/not .. breathing .. properly',
        'no air',
        'breath .. wont come/go',
        'cant .. lie down/flat .. breathe/breath',
        'oxygen .. low/dropped/dropping/##',
        'sats .. low/dropped/dropping/##',
        'lips .. gone/going/turned/are/look blue/grey/purple/dusky',
        'blue .. lips',
        'breathless .. at rest/sitting/sat',
        'out of breath .. sitting/sat/rest/resting/nothing/talking',
        'puffing/puffed just',
        'rib/ribs .. sucking in',
      ],
    ],
    unless: [
      'mask/masks/mri/tunnel/lift/laughing/giggling/stairs/steps/hill/hold/what/parkrun/copd/asthma',
      'small/tight/enclosed/confined .. space/spaces/room',
      'when/whenever i panic',
      'panic attacks',
      'out of breath running',
    ],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.breathAndClot',
    find: [
      ['calf/leg/legs/thigh'],
      ['swollen/swelled/swelling/hot/red/clot/dvt/tender/sore/painful'],
      ['breath/breathe/breathing/breathless/puffing/puffed/chest/coughing', 'catch .. breathe'],
    ],
    within: 28,
    across: true,
    unless: ['years/copd', 'heart failure'],
  },
  {
    id: 'emergency.sharpBreath',
    find: [
      ['sharp/stabbing/catch/catching/pain/pains/hurts/agony'],
      ['when/everytime/time .. breathe/breath/breathing', 'breathing in', 'deep breath'],
    ],
    within: 10,
    unless: ['mammogram/machine/plates/hold/broken/cracked/fractured/rib/ribs/panic', 'will/would/does it'],
  },
  {
    id: 'emergency.asthmaAttack',
    find: [
      ['asthma/inhaler/inhalers/puffer/nebuliser/wheezing/wheezy/wheeze/ventolin/salbutamol'],
      [
        'attack .. now',
        'having .. attack',
        'not/isnt/aint/wont/doesnt/hasnt/stopped .. work/working/touching/helping/help/shifting/doing',
        'no good/effect/help/better',
        'doing/done nothing',
        'run/ran/runs out',
        'empty/bad/severe/terrible/blue/tight',
        'hives/swollen/swelling/swelled/lips/tongue/throat/stung/smoke/soot/nuts/lumps',
        'cant .. talk/speak/breathe/stop',
      ],
    ],
    within: 14,
    across: true,
    unless: ['years/history/used/when/hold/parkrun/copd/bring/should/can/mask', 'no asthma'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.choking',
    find: [
      [
        '@they/baby/i/im/ive/toddler choking/choked .. on/cant/wont/is/still',
        'is/hes/shes/im/still/keeps/started choking',
        'choking .. on/to',
        'stuck .. in .. throat/windpipe/gullet',
        'stuck in .. throat .. cant',
        'swallowed .. wrong way',
      ],
    ],
    unless: ['brew/letter/laughing/price/cost/tears/up/fees/nearly/almost/tea when/husband'],
  },
  {
    id: 'emergency.smokeOrGas',
    find: [
      [
        'breathed/breathing/inhaled/swallowed .. smoke/fumes/gas/chlorine',
        'soot .. nose/mouth',
        'carbon monoxide',
        'co alarm',
        'monoxide .. alarm/detector',
        'smell/smelling/smells .. gas',
        'gas leak',
        'smoke/house/kitchen/chip/pan/flat .. fire',
        'on fire',
        'mixed .. bleach',
      ],
      [
        'wheezing/hoarse/coughing/cough/dizzy/headache/headaches/sick/faint/breath/breathe/breathing/collapsed/drowsy/sleepy/alarm/going/gone/burnt/burned/burns/throat/chest/unwell/confused/tight',
      ],
    ],
    within: 24,
    across: true,
    unless: ['years/fire station/drill/lung/asbestos/smoked'],
  },
  {
    id: 'emergency.monoxideAlarm',
    find: [['carbon monoxide', 'co', 'monoxide'], ['alarm/detector'], ['gone/going/went/beeping/off/sounding/ringing/head/headache/sick']],
    within: 14,
    across: true,
  },
]
