import type { PhraseRule, Phrases } from '../phraseRule.ts'

/** The test itself: drops blur, the camera flashes. */
const theTest: Phrases = [
  'drop/drops/dilat*',
  'camera/photo/photos/photograph',
  'will/would it/my/the/they',
  'after/during .. screening/test',
]
const longKnown: Phrases = [
  'birth/registered/cataract/cataracts/glaucoma/macular/partially/guide/braille/years',
  'large print',
  'as a child',
]
const pictures: Phrases = ['picture/pictures/image/images/mammogram/mammograms/xray/letter/print/screen']
/** What cannot be seen on a page or a street. */
const notThere: Phrases = [
  'link/button/letter/times/dates/date/email/website/page/app/van/unit/entrance/sign/car/slot/slots/option/appointment/booking/message/reply/mirror/point',
  'see where/who/what/why/how/doctor/gp/you/him/anyone/me',
]

/** Sudden changes of sight: help today, not at the screening. */
export const eyeRules: readonly PhraseRule[] = [
  {
    id: 'eye.floaters',
    programme: 'eye',
    find: [
      ['new/sudden/flashes/eye/eyes/vision/sight/see/seeing/ive/im/got/having/getting/lots/more/loads/suddenly/appeared'],
      [
        'floater/floaters/cobwebs/squiggles/tadpoles',
        'black/dark spot/spots/dot/dots/specks/bits/blobs/blob/strings',
        'floating .. eye/eyes/vision/sight',
        'spots/dots/specks .. floating',
      ],
    ],
    within: 8,
    unless: ['for years', ...theTest, 'poo/toast'],
  },
  {
    id: 'eye.flashes',
    programme: 'eye',
    find: [
      ['eye/eyes/vision/sight/see/seeing/seen/im/ive/keep/getting/having/corner/sudden/floaters'],
      ['flash/flashes/flashing/sparks/sparkles/zigzags', 'bright lights'],
    ],
    within: 8,
    unless: [...theTest, 'hot flash/flashes/flushes', 'migraine'],
  },
  {
    id: 'eye.curtain',
    programme: 'eye',
    find: [
      ['eye/eyes/vision/sight/eyesight'],
      ['curtain/shadow/veil/shutter/cloud/fog/haze', 'black/grey/blind/dark/missing patch/spot/area'],
    ],
    within: 10,
    unless: [...theTest, 'changing/cubicle/behind'],
  },
  {
    id: 'eye.lostSight',
    programme: 'eye',
    find: [['lost/losing/loss/missing/disappeared/half/part/parts/gone/going/went'], ['sight/vision/eyesight', 'see out']],
    within: 7,
    unless: [...theTest, ...longKnown, 'sight of', 'make/cause/causes/make', 'scared/afraid/worried/frightened/terrified', 'results'],
  },
  {
    id: 'eye.wentBlind',
    programme: 'eye',
    find: [['i/eye/eyes/ive/im/just/hes/shes/sight/vision'], ['went/gone/going/suddenly blind/black/dark/dim']],
    within: 6,
    unless: [...theTest, ...longKnown, 'hair/poo/stool/stools/skin/toe/outside/scared/afraid/worried', 'blind date/panic'],
  },
  {
    id: 'eye.blur',
    programme: 'eye',
    find: [
      ['eye/eyes/vision/sight/eyesight/seeing'],
      [
        'blurred/blurry/blurring/blurs/double/distorted/wavy/foggy/hazy/cloudy/misty/patchy/tunnel',
        'got/gone/getting/become/suddenly/much .. worse/bad/poor/funny/black/dark',
        'suddenly/overnight .. worse/changed/gone/different/bad/funny',
        'changed/deteriorated/deteriorating/failing/worsened',
      ],
    ],
    within: 8,
    unless: [...theTest, ...longKnown, ...pictures, 'double booked/checked/charged'],
  },
  {
    id: 'eye.everythingBlurred',
    programme: 'eye',
    find: [['everythings/everything', 'seeing/see'], ['blurred/blurry/double/wavy/distorted']],
    within: 5,
    unless: [...theTest, ...pictures, 'double booked/checked/charged'],
  },
  {
    id: 'eye.cannotSee',
    programme: 'eye',
    find: [
      ['cant/couldnt/hardly/barely/struggling see/seeing', 'cant .. see'],
      ['eye/eyes/properly/suddenly/side/clearly', 'out of'],
    ],
    within: 8,
    unless: [...theTest, ...longKnown, ...notThere],
    despite: ['denied'],
  },
  {
    id: 'eye.sudden',
    programme: 'eye',
    find: [['eye/eyes'], ['sudden/suddenly/severe/agony', 'red and', 'very/really painful'], ['pain/painful/red/loss/change/vision']],
    within: 9,
    unless: theTest,
  },
  {
    id: 'eye.bleed',
    programme: 'eye',
    find: [['eye/eyes/retina'], ['bleed/bleeding/blood/bled/haemorrhage/detached/detaching/detachment']],
    within: 6,
    unless: [...theTest, 'blood pressure/test/sugar/sugars/glucose/vessels', 'results/letter/says/they'],
  },
]
