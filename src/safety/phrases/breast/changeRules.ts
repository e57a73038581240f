import type { PhraseRule, Phrases } from '../../phraseRule.ts'
import { feeding, seenByUs } from './said.ts'

/** What only a breast change is said to do: a place need hardly be named. */
const telling = [
  'dimple/dimples/dimpled/dimpling/dimply/pucker/puckers/puckered/puckering/pukkering/puckery/dent/dents/dented/dinted/dint/indent/indented/indentation/crater/crease/creased/craggy/gritty',
  'caved/caving/sunk/sunken/sank/sinking/collapsed/drawn/dragged/sucked/pulled/pulling/tethered/retracted/inverted/folded .. in/inward/inwards/up/under/to',
  'caved in',
  'tethered',
  'skin .. pulled/pulling/drawn/draw/tight/thick/thickened/tough/leathery/puckered/like/wrinkled/crinkled/crepey/rough/dark/darker/shiny/stretched/changed/changing/split/broken/raw/weeping/bubbly',
  'pulling/pulled/drawing/tugging .. skin',
  'pull/pulling/drawing .. skin .. in',
  'orange .. peel',
  'like .. orange/pigskin/golf/cellulite/walnut/prune',
  'hangs/hanging/sits/sitting/sat/looks/points/pointing/drooping .. different/differently/lower/higher/funny/wonky/sideways/odd',
  'dont/doesnt/not/no .. match',
  'flattened/flatter/flattening',
  'shrunk/shrinking/shrunken/shrivelled',
  'hardness/hardening/thickening/lumpiness/firmness',
  'like .. pebble/stone/rock/marble/pea/bean/grape/walnut/olive/malteser/gobstopper/gravel/rope/cord/string/disc/button/egg/frozen/knuckle/gristle/bullet/acorn/sweetcorn/cherry/conker/ball/wood/shelf',
  'hard/solid/firm/thick/gritty/rubbery/craggy/rough .. bit/patch/area/spot/thing/piece/place/part/ridge/tissue/ball/disc/seed/bean/pea/rock/stone/edge/mass/knot/cord/string/swelling/plate/rope/lining',
  'rolling/moving/moves/slides .. under .. skin/fingers',
  'strong seed',
  'seed .. inside',
]

/** What a breast may do that other things do too. */
const changed: Phrases = [
  ...telling,
  'changed/changing/change/different/differently/differs/odd/weird/strange/funny/wrong/misshapen/distorted/lopsided/wonky/uneven/asymmetrical/unequal/abnormal/unusual/peculiar/suspicious/dodgy/iffy',
  'bigger/larger/smaller/heavier/fuller/swollen/swelling/swelled/swole/swell/puffy/puffed/inflamed/bloated/engorged/grown/growing/grew/enlarged/enlarging/blown/ballooned/tight/tighter/creeping',
  'hard/harder/hardened/solid/rock/firm/firmer/stiff/stuck/lumpy/thick/thicker/thickened',
  'red/redder/pink/pinker/purple/hot/hotter/boiling/burning/warm/warmer/discoloured/blotchy/bruised/bruise/bruising/mottled/shiny/dark/darker/blue',
  'sore/sores/wound/ulcer/ulcerated/open/scab/scabs/scabby/scabbed/crust/crusts/crusty/crusted/crispy/crunchy/flaky/flaking/peeling/scaly/scaling/itchy/itching/itch/itches/itchin/rash/rashes/eczema/psoriasis/blister/blisters/wart/raw/cracked/weeping/weepy/smells/smell/smelly/rotten/festering/boil/abscess/infected/infection',
  'leak/leaks/leaking/leaky/leaked/ooze/oozes/oozing/weep/weeps/weepin/dripping/drips/discharge/discharging/dischargin/fluid/liquid/watery/water/pus/gunk/goo/gunge/greeny/milky/sticky/stain/stains/stained/damp/wet/patches/seeping/squirting/squirts',
  '@blood',
  'lump/lumps/bump/bumps/knot/knots/mass/growth/nodule/cyst/cysts/ball/ridge/gland/glands/node/nodes/swelling/lumpy/dint/thingy/thingummy/whatsit/pimple/spot',
  'turned/turning/turns/pointing/points/gone/went/going/moved/shifted/migrated/twisted/tilted/tilting/flat/hidden/hiding/hid/disappeared/vanished/buried .. in/inward/inwards/inside/sideways/flat/down/different/hiding/itself/other/way/outwards/up/under/back',
  'numb/numbness/tingling/tingly/burning/throbbing/stabbing/pulling/dragging/heavy',
  'veins/vein/veiny',
  'not .. right/normal/same/self',
  'doesnt/dont/isnt .. look/feel/looking/feeling .. right/same/normal',
  'playing up',
  'something/summat/summet/somethings/sumthing .. there/in/inside/up/going/wrong/odd/not',
]

const ours: Phrases = [
  'machine/plates/plate/squash*/squish*/squeez*/compress*/press/pressed/clamp*/gown/bra off/screening unit',
  'change/changing/changed .. room/rooms/cubicle/cubicles/appointment/date/time/slot/address/gp/surgery/clinic/location/name/mind',
  'breast care/clinic/unit/centre/van/screening/test/scan/check/appointment/nurse/cancer/awareness/milk',
  'hot drink/weather/day/flush*/van/room/water/tea',
  'how/where/when/why/what .. do/does/can/should/will/would',
  'years/yrs/yonks/decades .. ago/back/old/now/since',
  'blood .. test/tests/pressure/thinners',
  'pierc*/tattoo/tattoos/sunburn*/deodorant/talc',
  'hard/difficult .. to/for/of',
  'will/would/does/do/did/can/could it/they/the/you/my/a',
  'cold .. hands/machine/weather',
  'large/big/huge/small/tiny/saggy/heavy breasts/boobs/bust/chest',
  'breasts/boobs/bust .. are/is .. large/big/huge/small/tiny/saggy/heavy',
  'red cross/car/letter/door',
  'lump sum',
]

const noticed: Phrases = [
  '@recently/@lasting',
  'found/noticed/find/finding/discovered/spotted/felt/feel/feeling/feels/appeared/developed/come/came/coming/started/starting/gone/got/getting/growing/grown/grew/has/have/theres/there/ive/its/is/are/now/seems/looks/cos/keeps/see/saw/been',
]

/** Changes of the breast in any words: a place and a change, or a change that speaks for itself. */
export const changeRules: readonly PhraseRule[] = [
  {
    id: 'breast.change',
    programme: 'breast',
    find: [['@breast/@nipple/@armpit', 'bra/bras'], noticed, changed],
    within: 14,
    across: true,
    causes: [...feeding, 'hrt/period/periods/perimenopausal/hormones'],
    unless: [...seenByUs, ...ours],
  },
  {
    id: 'breast.tellingChange',
    programme: 'breast',
    find: [['@breast/@nipple/@armpit/@oneOfThem', 'it/its/one/side/chest/implant/implants/skin/bra/mastectomy'], telling],
    within: 12,
    across: true,
    unless: [
      ...seenByUs,
      ...ours,
      'orange peel is/off',
      'stuck/looked like that',
      'van/car/roof/step/steps/tyre/bumper/pavement/pothole/table/hair/pallet',
    ],
  },
  {
    id: 'breast.oneSide',
    programme: 'breast',
    find: [
      ['@oneOfThem', 'one of the girls/ladies/twins', 'one nip/nipple/boob/tit/side/implant'],
      [
        'swollen/swelled/swelling/bigger/smaller/shrunk/harder/hard/heavier/hot/hotter/red/redder/pink/leaking/leaks/oozing/crusty/crispy/scabby/flat/flattened/dented/dent/lump/lumpy/itchy/changed/different/sore/tight/tighter/lower/higher/purple/rash/weeping/bleeding/inverted/puffed/blown/misshapen/bruised/dropped/drooped/hidden/hiding/dried/stuck/hardness',
      ],
      [
        'breast/boob/boobs/bra/nipple/chest/girls/mine/mirror/mammogram/mammo/machine/screening/size/cup/upstairs/implant/implants/skin/dress/bodice/jumper/top/armpit/tit/tits',
      ],
    ],
    within: 24,
    across: true,
    causes: [...feeding, 'perimenopausal/hormones'],
    unless: [...seenByUs, ...ours, 'since puberty/school', 'always/sleeve/stroke/hip/knee/ear'],
  },
  {
    id: 'breast.foundIt',
    programme: 'breast',
    find: [
      [
        'found/felt/find/feeling/noticed/discovered/spotted something/summat/summet/sumthing/it/one/this/somethin',
        'what/which ive found',
        'found a/an/another/two/some/this .. thing/lump/one/mass/bit',
        'theres/got/have something/summat',
        'there it is',
        'something .. there',
        'something/summat .. in there',
        'its twice/double the size',
        'felt .. and .. there',
        'been there .. since/for/weeks/months',
        'its still there',
      ],
      [
        'breast/breasts/boob/boobs/tit/tits/nipple/armpit/shower/bath/bra/checking/check/checked/self/lump/pebble/gp/pea/marble/mammogram/walnut/size/bigger/twice/growing/left/right/side/under/screening/routine/chest/worried/scared/hard',
      ],
    ],
    within: 18,
    across: true,
    unless: [
      ...seenByUs,
      'page/post/letter/leaflet/website/number/online/clinic/address/site/parking/slot/email/facebook/poster/link/space/card/reel',
      'find/found it .. hard/difficult/painful/easy/uncomfortable/helpful/useful/embarrassing',
      'if/might/will/would/could',
      'found it .. on/in/at/under/behind/fine/ok/okay',
    ],
  },
  {
    id: 'breast.fromNipple',
    programme: 'breast',
    find: [
      ['@nipple', 'bra/bras/vest/nightie/nighty/pyjama/pyjamas/top/bedsheet'],
      [
        'blood/bloody/discharge/fluid/liquid/water/watery/pus/stain/stains/stained/staining/marks/mark/spots/patch/patches/damp/wet/sticky/crispy/crusty/dried/leak/leaking/leaks/milk/milky/green/yellow/brown/weep/weeping/weeps/goo/gunk/stuff',
      ],
    ],
    within: 11,
    across: true,
    causes: feeding,
    unless: [...seenByUs, ...ours, 'sweat/sweating/coffee/tea/rain/red wine/what to wear', 'top floor/tips/of'],
  },
  {
    id: 'breast.manOrImplant',
    programme: 'breast',
    find: [
      ['chest/implant/implants/reconstruction/recon/filler/fillers/expander', 'boob job'],
      [
        'lump/lumps/bump/swelling/disc/growth/hard/solid/rock/wonky/pointy/lopsided/misshapen/blown/fluid/tight/painful/burst/ruptured/leaked/flat/deflated/moved/shifted/rotated/flipped/creeping/different/changed/hot/red/infected/sore/ripple/rippling/rash/pulling/wrinkled',
      ],
      noticed,
    ],
    within: 14,
    across: true,
    unless: [
      ...seenByUs,
      ...ours,
      'xray/infection/inches/fridge/drawers',
      'worried/scared/afraid .. burst/rupture/ruptured/leak',
      'swapped/replaced/removed/took .. out',
    ],
  },
  {
    id: 'breast.euphemism',
    programme: 'breast',
    find: [
      ['upstairs/girls/assets/puppies/twins/headlights/bristols', 'up top', 'upper deck', 'the ladies', 'top half', 'front bumpers'],
      [
        'lump/hard/hardness/hurt/hurting/pain/sore/dented/dent/swollen/leaking/changed/different/playing/problem/trouble/lopsided/flat/flattened/match/lower/rash/red/bigger/smaller',
      ],
    ],
    within: 10,
    unless: [...ours, 'flat/lift/stairs/squash/reception'],
  },
]
