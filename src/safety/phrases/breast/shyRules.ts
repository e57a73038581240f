import type { PhraseRule } from '../../phraseRule.ts'
import { feeding, seenByUs } from './said.ts'

const notIt = [
  ...seenByUs,
  'years/yrs/decades .. ago/old/back/now',
  'plates/squash*/machine/gown/van/appointment .. change/changed/move',
  'how/where/when/why/what .. do/does/can/should/will/would',
  'always/birth/school/puberty',
]

/** A change told shyly, jokingly or by its traces: on the bra, in the mirror, by another's hand. */
export const shyRules: readonly PhraseRule[] = [
  {
    id: 'breast.wasntThere',
    programme: 'breast',
    find: [
      [
        'bit/part/place/patch/area/thing/spot/ridge/bulge/dent/knot/seed/grain/nugget/pit/pits/line/edge/cord/bruise/something/summat/one/extra/left/right',
      ],
      [
        'wasnt/wernt/werent/isnt .. there/on/before/like',
        'never there/used',
        'feels/felt/feel/looks/look .. different/odd/funny/firm/firmer/hard/extra',
        'about/the size of',
        'getting/gone/got/going/growing .. harder/bigger/in/thicker/longer',
        'tucked in',
        'never goes',
        'ive/just spotted',
        'left behind',
        'has/is doubled/growing/grown',
        'like .. edge/rim/plate/rope/sponge/lemon',
      ],
      [
        'breast/boob/bra/nipple/armpit/mirror/shower/arm/left/right/side/mine/lie/skin/muscle/ribs/pec/chest/easter/spring/summer/christmas/month/marble/pea/grape/walnut/thumb/2cm/cm/scar/scan/mammogram',
      ],
    ],
    within: 22,
    across: true,
    causes: feeding,
    unless: [
      ...notIt,
      'parking/van/queue/road/site/street/machine/hair/knee/hip/foot/feet/toe/back pain/letter/website/page/teeth/gum',
      'feel like',
    ],
  },
  {
    id: 'breast.twins',
    programme: 'breast',
    find: [
      ['twins/lodger/third/girls/assets/jugs/bra/cup/nightie/bras/fitter', 'one of them/mine', 'left cup', '@breast/@nipple'],
      [
        'poorly/lodger/rent/smell/smells/cotton/crispy/sticking/sticks/stuck/crust/yellow/cornflake/cornflakes/bulge/tucked/dropped/higher/lower/move/heading/swollen/pits/thick/aged/gone/disc/grape/knobbly/spots/dunt/knot/cord/string/wool/stain/drip/kink',
      ],
      ['one/left/right/side/months/weeks/month/keeps/keep/now/come/on/and/new/like/been/has/got/gone/there'],
    ],
    within: 16,
    across: true,
    causes: feeding,
    unless: [
      ...notIt,
      'stuck in traffic/the',
      'my twins/girls .. school/nursery',
      'sticky label',
      'gone to/on',
      'cup of/size',
      'bra off/on/back',
    ],
  },
  {
    id: 'breast.theresOne',
    programme: 'breast',
    find: [
      ['post/card/video/check/poster/leaflet/reel/circles'],
      ['theres one', 'found one', 'there was one', 'there it is/was', 'found it', 'found something', 'oh'],
    ],
    within: 16,
    across: true,
    unless: ['parking/slot/appointment/letter/van/post box/site/near'],
  },
  {
    id: 'breast.lumpIveGot',
    programme: 'breast',
    find: [
      ['the/this/my/a lump'],
      [
        'ive got',
        'ive found',
        'its only/come',
        'come up',
        'poking',
        'today',
        'this month/week',
        'mines',
        'theres a',
        'i have',
        'look instead',
        'she/shes .. got',
      ],
    ],
    within: 14,
    across: true,
    unless: ['years/ago/benign/turned/drained/removed/sum/throat/lump of/custard/gravy', 'if i/they/you .. found/find', 'had a lump'],
    despite: ['imagined', 'general', 'othersHad'],
  },
  {
    id: 'breast.feltByAnother',
    programme: 'breast',
    find: [
      ['husband/hubby/wife/partner/boyfriend/tattooist/fitter/masseuse/physio/doctor/dress/wash/bathe/mum/nan/she'],
      ['feel/felt/found/noticed/spotted/can/says/reckons'],
      ['lump/hard/something/summat/ridge/dent/dimple/dimples/thickening/place/smell'],
      ['breast/boob/mine/winces/pulls/flinches/bra/chest/nipple/armpit/left/right/side/there/dress'],
    ],
    within: 22,
    across: true,
    unless: [...notIt, 'last year', 'hard to/for', 'easy/something to'],
  },
]
