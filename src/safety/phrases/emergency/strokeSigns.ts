import type { PhraseRule } from '../../phraseRule.ts'

const historic = ['years/yrs/botox/bells/since/sleeve/lymph*/birth/frozen']

/** Face, speech, limbs, sight, wits: each in everyday words. */
export const strokeSignRules: readonly PhraseRule[] = [
  {
    id: 'emergency.faceFallen',
    find: [
      ['face/mouth/eye/eyelid/lip/smile/cheek'],
      [
        'droop/drooped/drooping/droopy/drooped/dropped/dropping/slipped/sagging/sagged/slid/wonky/lopsided/crooked/slack/melting/melted/frozen',
        'gone .. funny/weird/wonky/numb/dead/one',
        'hanging down',
        'pulled .. one side',
        'down on one',
        'numb/funny .. one/left/right side',
      ],
    ],
    within: 8,
    unless: [...historic, 'drops/nipple/breast/implant/pair/book/weight/photo/video/always/screening'],
  },
  {
    id: 'emergency.speechGone',
    find: [
      [
        'talking/speaking/talkin .. rubbish/gibberish/nonsense/funny/weird/slurred/slurry/strange/gobbledegook/backwards/double/slow',
        'speech .. gone/going/all/is/has/getting .. weird/wierd/funny/slurred/slurry/odd/strange/bad/wrong/thick/muddled',
        'speech is/has gone/going',
        'cant/cannot/couldnt/wont/cannae get/find/say .. words .. out/right',
        'words/wrds .. not/aint/wont/dont/arent .. coming/comng/come/comin .. out/right/rite',
        'words .. coming out .. wrong/jumbled/muddled/funny/backwards/mixed',
        'not/isnt/wasnt/aint/no making/makin .. sense',
        'not/isnt/wasnt/aint .. able .. speak/talk/say',
        '@they/i/im cant say my/his/her/own name',
        'cant say my/his/her/our/own name',
        'cant/cannot/not/wont .. speak/talk .. properly/right/all',
        'he/she/shes/hes/husband/mum/dad/wife/mam .. not/no/wont/cant/stopped speak/speaking/talk/talking',
        'lost .. speech',
        'slurring/slurred/slurs',
        'tongue .. tied/thick/heavy',
      ],
    ],
    unless: [
      'receptionist/interpreter/english/website/letter/leaflet/staff/form/punjabi/urdu/polish/deaf/autistic/dementia/stutter/husband and i',
      'years/since/always',
      'we are not speaking',
      'speak/spoke to',
      'on the phone',
    ],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.sideGone',
    find: [
      ['arm/leg/hand/side/arms/legs/fingers/foot/half'],
      [
        'not/wont/cant/aint/isnt/stopped .. moving/move/moves/working/work/works/do/respond/lift/grip/wat/what',
        'cant/cannot/couldnt/cyaan/cannae .. feel/move/lift/raise/use/grip',
        'gone/going/went/suddenly .. dead/numb/limp/floppy/weak/heavy/funny/jelly',
        'keeps dropping/letting/giving',
        'dropping .. things/phone/cup/everything',
        'pins and needles',
        'numb/numbness/paralysed/paralyzed',
        'lost .. feeling/use/power',
      ],
      [
        'sudden/suddenly/minutes/hour/hours/morning/tonight/today/tday/now/confused/floor/speech/face/talking/sense/eye/mouth/words/speak/help/alone/fell/fall/head/one/started/both/jelly/wee/wet/bladder',
        'all of a',
      ],
    ],
    within: 22,
    across: true,
    unless: [
      ...historic,
      'slept/sleeping/mammogram/machine/squash*/wheelchair/walker/frame/op/operation/carpal/arthritis/waiting/corridor/parkinsons/ms/paralysed since',
      'breast/nipple/lump',
    ],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.suddenConfusion',
    find: [
      [
        'confused/confusion/muddled/disorientated/delirious',
        'doesnt know who/where/me',
        'doesnt recognise',
        'dont know where',
        'acting/talking drunk',
        'not making .. sense',
        'not making/makin sense',
        'head .. splitting/exploding',
        'worst/thunderclap headache',
      ],
      [
        'sudden/suddenly/floor/collapsed/fell/drowsy/vomiting/arm/face/moving/shivering/temperature/hot/fever/tonight/neck/rash/light/sleepy/weak/headache',
        'all of a',
        'this morning',
        'very confused',
      ],
    ],
    within: 16,
    across: true,
    unless: ['dates/letter/letters/website/system/dementia/alzheimers/menopause/appointment/booking/by/about/as'],
    despite: ['general'],
  },
  {
    id: 'emergency.sightAndSpeech',
    find: [
      ['sudden/suddenly', 'all of a', 'this morning', 'just now'],
      ['cant see', 'lost .. sight/vision', 'double vision', 'gone blind'],
      ['say/speak/talk/name/face/arm/leg/headache/confused/sense'],
    ],
    within: 18,
    despite: ['denied', 'general'],
  },
]
