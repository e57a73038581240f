import type { PhraseRule } from '../../phraseRule.ts'

const notNow = [
  'years/yrs/ago/19*/200*/201*/202#/leaflet/poster/laughing/haha/lol/history/used/would/what/happens/mammogram/machine/always/brew/tea/prices',
]

/** More ways to tell of what is happening now: half a face, a hand that stops, a child who swallows, gushing, drowning, being attacked. */
export const happeningRules: readonly PhraseRule[] = [
  {
    id: 'emergency.halfAFace',
    find: [
      [
        'cant/cannot/couldnt/wont/doesnt/isnt smile/grin/whistle',
        'half .. face',
        'face .. goes/went/go',
        'tea/drink/soup/dribbling/dribble .. out/down .. mouth/chin',
        'dribbling .. side/tea/mouth',
      ],
      ['properly/side/half/up/down/mouth/one/face/asked/only'],
    ],
    within: 12,
    across: true,
    unless: [...notNow, 'botox/dentist'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.handStops',
    find: [
      ['hand/arm/leg/foot/side', 'left ones/right ones'],
      [
        'stopped/stops/stopping .. working/moving',
        'wont/not/isnt work/working/do',
        'one side .. gone',
        'side gone',
        'dragging/dragged .. foot/leg',
      ],
      ['weird/minutes/mins/now/typing/just/hour/talk/words/today/morning/slow/cant/ago/do/still'],
    ],
    within: 18,
    across: true,
    unless: ['years/yrs/19*/200*/201*/since/always/frame/physio/stroke in'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.clammyAndMore',
    find: [
      ['clammy/ashen/sweating/sweaty/crushing/grey', 'cold sweat', 'throwing up', 'being sick'],
      ['jaw/teeth/crushing/arm/chest/ache/aches/stop/ease/pressure/indigestion/heavy/heaviness'],
      ['ache/aches/aching/going/up/into/sick/sweating/crushing/worse/heavy/heaviness/ease/throwing'],
    ],
    within: 20,
    across: true,
    unless: [...notNow, 'tooth/flushes/menopause/hot/nerves/letter'],
    despite: ['general'],
  },
  {
    id: 'emergency.swallowed',
    find: [
      ['swallowed/licked/lodged/stuck/gulped/inhaled/put/got/drunk/drank/ate/had'],
      ['battery/batteries/magnet/magnets/methadone/bone/tablet/coin/button/toy/grape/sweet/pills/tablets/bottle'],
      [
        'toddler/baby/little/son/daughter/grandson/granddaughter/child/shes/hes/cant/throat/purple/spit/drool/drooling/swallow/choking/sleepy/missing/eight/two/three',
      ],
    ],
    within: 18,
    across: true,
    unless: [...notNow, 'hearing aid .. battery .. need/flat/new', 'car/smoke alarm/remote', 'before/should i take', 'milk/water bottle'],
    despite: ['denied', 'general'],
  },
  {
    id: 'emergency.gushing',
    find: [
      ['arm/leg/hand/wrist/head/face/ear/finger/wound/neck/greenhouse/window/glass/saw/mower/bike/car'],
      ['gushing/spurting/pumping/pouring/bleeding/soaked/blood/severed/deep'],
      ['tea towel', 'towel/soaked/tied/through/everywhere/pumping/badly/off/open/stop/artery/pressing/ear/out'],
    ],
    within: 20,
    across: true,
    unless: [...notNow, 'donor/pressure/thinners/test/period/nipple/breast/van'],
  },
  {
    id: 'emergency.attackNow',
    find: [
      ['kicking/smashing/breaking/banging/trying/got/coming/outside/here/hiding'],
      ['door/knife/gun/axe/house/window/in/kill/hurt'],
      ['now/police/help/hurry/hiding/999/please'],
      ['he/hes/him/someone/man/she/shes/they/ex/husband'],
    ],
    within: 14,
    across: true,
    unless: [...notNow, 'closed/parking/entrance/appointment/ring the/open/where/which/lost'],
  },
  {
    id: 'emergency.baby',
    find: [
      ['baby/newborn/infant'],
      [
        'blue/limp/floppy/breathing/lifeless/fitting/grey',
        'not/isnt/hasnt/havent/stopped .. moved/moving/move/kicked/kicking/waking/feeding',
        'cant wake',
        'felt .. move',
      ],
    ],
    within: 10,
    unless: [...notNow, 'baby blue/blues .. gown/colour/top', 'breathing exercises'],
    despite: ['denied', 'general'],
  },
  { id: 'emergency.waters', find: [['waters'], ['gone/broke/broken/green/brown/went']], within: 5, unless: notNow },
  {
    id: 'emergency.burnt',
    find: [
      ['burnt/burned/scalded/kettle/boiling/electric/electrocuted/acid/fire'],
      ['chest/face/arm/arms/leg/legs/skin/heart/body/hand/shock'],
      ['skin/peeling/off/blisters/blistered/heart/over/agony/went/missing/all/shock'],
    ],
    within: 16,
    across: true,
    unless: [...notNow, 'sunburn/sun/deodorant/radiotherapy/cigarette/he/electric wheelchair/chair/scooter'],
  },
  {
    id: 'emergency.trapped',
    find: [['pinned/trapped/stuck/crushed'], ['under/beneath/between'], ['cant/leg/foot/chest/arm/feel/move/help']],
    within: 14,
    unless: [...notNow, 'plates/traffic/lift'],
    despite: ['denied'],
  },
  {
    id: 'emergency.slowOrFastPulse',
    find: [
      ['pulse/heart/bpm'],
      ['1#0/1#5/2##/3#/180/190'],
      ['stars/dizzy/faint/black/sick/tablets/mistake/twice/resting/breath/now/hour/weird'],
    ],
    within: 16,
    across: true,
    unless: [...notNow, 'bus/appointment/weeks'],
  },
]
