import type { PhraseRule } from '../../phraseRule.ts'
import { someone } from './said.ts'

export const strokeRules: readonly PhraseRule[] = [
  {
    id: 'emergency.stroke',
    find: [someone, ['having/has/think/thinks/signs/possible/suspected/like .. stroke']],
    unless: ['had a stroke', 'stroke of', 'after/since/following', 'risk', 'years', 'has had'],
  },
  {
    id: 'emergency.strokeNow',
    find: [['stroke'], ['just now', 'now/today/tonight', 'this morning', 'just had', 'think .. stroke']],
    unless: ['years/ago/since/after', 'now walks/walk/uses/use'],
    despite: ['past'],
  },
  { id: 'emergency.strokeSigns', find: [['signs/symptoms of .. stroke', 'having .. stroke']], unless: ['what', 'leaflet/poster'] },
  {
    id: 'emergency.strokeFace',
    find: [
      ['face/mouth/lip/eyelid/smile/facial'],
      ['droop*/dropped/dropping/drops/lopsided/slumped/fallen/crooked/numb/wonky/slack/twisted/sagging'],
    ],
    within: 7,
    unless: ['botox/bells'],
  },
  {
    id: 'emergency.strokeSpeech',
    find: [
      [
        'slurring',
        'slurred/slurs .. speech/words/talking',
        'speech/words/talking .. slurred/slurry/jumbled/muddled/garbled/funny/wrong/nonsense',
        'talking/speaking funny/gibberish/nonsense/strange/strangely',
        'cant speak/talk properly/right',
        'words .. wont/not/cant come out',
        'words/speech .. no/any sense',
        'not making/doesnt make/makes no sense',
      ],
    ],
    unless: ['staff/receptionist/interpreter/english'],
  },
  {
    id: 'emergency.strokeSide',
    find: [
      ['arm/leg/hand/side/body'],
      [
        'gone/going/suddenly weak/numb/dead/limp/floppy',
        'gone/going .. weak/numb/limp',
        'sudden/suddenly .. cant/weak/numb/limp/weakness/numbness',
        'numb/weak/weakness/numbness .. down/on one/left/right/her/his/my/the side',
        'all of a sudden',
        'is/are/just/gone dead/weak/numb/limp',
      ],
      ['weak/numb/limp/dead/floppy/weakness/numbness', 'cant .. feel/move/lift/raise/use'],
    ],
    unless: [
      'frozen/slept/sleeping/carpal/trapped',
      'since/from/after/following .. stroke/operation/op/surgery',
      'years',
      'squash*/mammogram',
    ],
    despite: ['denied'],
  },
  {
    id: 'emergency.strokeArmAndMore',
    find: [
      ['cant .. feel/move/lift/raise/use'],
      ['arm/leg/hand/side'],
      ['droop*/slur*/confused/sudden/suddenly', 'this morning', 'face/mouth .. funny/numb'],
    ],
    within: 18,
    unless: ['frozen'],
    despite: ['denied'],
  },
]
