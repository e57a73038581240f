import type { PhraseRule } from '../../phraseRule.ts'
import { armpit, breast, breastArea, implant, nipple } from '../bodyParts.ts'
import { lump, seenByUs } from './said.ts'

export const lumpRules: readonly PhraseRule[] = [
  {
    id: 'breast.lump',
    programme: 'breast',
    find: [[...breastArea, ...implant], lump],
    within: 11,
    unless: [
      ...seenByUs,
      'lump sum',
      'speed/road/baby/goose bump/bumps',
      'body/bone mass',
      'growth of',
      'ankle/ankles/feet/legs/knee/knees',
      'vaccine/vaccination/jab',
      'cause/causes/form',
    ],
  },
  {
    id: 'breast.lumpNamed',
    programme: 'breast',
    find: [['lump/lumps/lumpy']],
    unless: [
      ...seenByUs,
      'lump/lumps removal/clinic',
      'lump/lumps of/sum',
      'throat/sugar/coal/custard/gravy/porridge/mash/mattress/pillow/money/haha/lol',
      'on/in/under/behind/of .. head/neck/leg/wrist/back/foot/knee/toe/finger/hand/arm/elbow/ankle/eyelid/shoulder/forehead',
      'poo/tummy/belly/stomach/abdomen/bottom/bum/groin/vagina/testicle/testicles/balls',
      'down below/there',
      'cause/causes/form',
    ],
  },
  {
    id: 'breast.cystGrew',
    programme: 'breast',
    find: [['cyst/cysts'], ['bigger/grown/growing/changed/back/hard/painful/sore/new/another']],
    unless: [...seenByUs, 'ovarian/ovary/kidney'],
    despite: ['over', 'past'],
  },
  {
    id: 'breast.somethingThere',
    programme: 'breast',
    find: [
      [...breast, ...nipple, ...armpit],
      ['feel/felt/found/find/noticed/notice/ive/got/theres/there/worried/spotted/appeared/new'],
      ['something/change/changes/changed/abnormality/lesion', 'odd/funny/strange/weird bit/thing/feeling/patch/area'],
    ],
    within: 12,
    unless: [...seenByUs, 'change/changing room/rooms/cubicle/appointment', 'find .. something', 'might/could/will/would/if'],
  },
  {
    id: 'breast.noticed',
    programme: 'breast',
    find: [
      [...breast, ...nipple, ...armpit],
      ['ive/i noticed', 'just noticed'],
    ],
    within: 9,
    unless: [...seenByUs, 'post/page/poster/leaflet/video/screening/unit/clinic/service'],
  },
  {
    id: 'breast.foundSomething',
    programme: 'breast',
    find: [
      ['breast/breasts/boob/boobs/tit/nipple/armpit/checking/shower/bath/hard/unusual/worrying/strange/odd'],
      ['found/felt/feel/noticed/discovered something'],
    ],
    within: 12,
    unless: seenByUs,
  },
  {
    id: 'breast.sizeOf',
    programme: 'breast',
    find: [
      ['feel/felt/found/theres/ive/got/noticed'],
      ['size of .. pea/marble/grape/walnut/ball/egg/nut/bean/penny/pound/almond/olive', 'pea/marble/grape/walnut sized/size'],
    ],
    within: 10,
    unless: ['aneurysm', ...seenByUs],
  },
]
