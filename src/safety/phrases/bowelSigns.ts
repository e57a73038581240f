import type { PhraseRule, Phrases } from '../phraseRule.ts'

const test: Phrases = [
  'blood test/tests/pressure/thinners/doning/donor/sample',
  'kit/test/sample/they .. found/find/detected/showed/looks/look/picked',
  'traces/trace .. blood',
  'leaflet/leaflets/poster/posters',
]

/** Signs of the bowel. */
export const bowelSigns: readonly PhraseRule[] = [
  {
    id: 'bowel.bloodSeen',
    programme: 'bowel',
    find: [
      ['@poo/@bottom/@toilet', 'kit/kits/bowel/bowels/diarrhoea/runs/pants/undies/boxers/piles/haemorrhoids/go/motion/sit/curry'],
      ['@blood', 'red/slime/mucus/maroon', 'bleedin/bloodied'],
      [
        '@recently/@lasting',
        'see/seen/seeing/noticed/theres/there/ive/got/im/is/in/with/on/when/every/time/from/out/passing/some/bit/little/darker/dark/bright/streaks/spots/been/have/had',
      ],
    ],
    within: 14,
    across: true,
    unless: [
      ...test,
      'period/periods/nose/nipple/boob/breast/smear/vagina/fanny/sex/phlegm/cough/coughing/coughed',
      'red letter/envelope/stick/cap/lid',
      'years/ago/decade',
      'bleeding heck/hell',
      'bloody kit/toilet/loo/phone/thing',
      'on my period',
      'letter said/says',
      'blood stained sample',
      'looking for',
      'go away',
      'blind',
    ],
    despite: ['general'],
  },
  {
    id: 'bowel.goingDifferently',
    programme: 'bowel',
    find: [
      [
        '@poo/@toilet',
        'bowel/bowels/loose/runny/diarrhoea/squits/squitty/constipated/constipation/bunged/purging/runs/trots/bloated/bloating/going',
      ],
      [
        'pencils/ribbons/weeks/wks/wiks/month/months/fortnight/since/keep/keeps/constantly/always/changed/different/alternating/then/blood/lost/weight/narrow/thin/ribbon/pencil/straining/explosive/urgent/urgency/worse/unusual/thinner/stringy',
        'not .. right/normal/stop/empty/finished',
        'nothing .. there/comes/come/out',
        'need .. go/to go',
        'up and down',
        'times a',
        'every hour/night',
        'cant .. go/hold/stop',
      ],
      [
        'poo/stool/stools/loo/toilet/lav/bowel/bowels/diarrhoea/constipated/runny/loose/kit/bum/bottom/motion/motions/bloated/bunged/purging/blood/mucus/slime/tummy/belly/pencil/ribbon',
      ],
    ],
    within: 20,
    across: true,
    unless: [
      ...test,
      'bowel screening/cancer/test/kit/scope/prep/programme/letter/people/lot',
      'ibs/crohns/colitis/laxatives/prep',
      'cistern/antibiotics',
      'loo/toilet/toilets .. there/near/van/unit/on',
      'is/are there .. toilet/toilets/loo',
      'changed .. address',
      'years',
      'kit .. weeks/month/months/since/came/arrived/sent',
      'laughing',
    ],
    despite: ['denied'],
  },
  {
    id: 'bowel.weight',
    programme: 'bowel',
    find: [
      [
        'lost/losing/dropped/dropping/shed/falling/melting/skin',
        'getting slim/thin/skinny',
        'off my/his/her/me food',
        'no appetite',
        'clothes .. loose/falling/hanging',
      ],
      ['weight/stone/kilo/kilos/kg/pounds/lbs/appetite/food/bones/bone/loose/slim/thin/skinny'],
      [
        'trying/reason/without/unexplained/dark/loose/tired/poo/loo/toilet/bowel/bowels/cough/coughing/belly/tummy/weeks/months/worried/sick/bleeding/blood/dont know',
      ],
    ],
    within: 22,
    across: true,
    unless: [
      ...test,
      'slimming/diet/dieting/gym/ozempic/mounjaro/wegovy/purpose/letter/breastfeeding/bra/anorexic/skin cancer',
      'years/ago',
      'fast',
    ],
    despite: ['denied'],
  },
  {
    id: 'bowel.tarry',
    programme: 'bowel',
    find: [
      ['poo/poos/stool/stools/motion/motions/shit/crap/bum/bottom/arse/loo/toilet'],
      ['black/tar/tarry/maroon/jet/treacle/liquorice/blackcurrant', 'dark red/brown'],
      ['is/its/been/like/gone/since/sticky/stinks/weekend/days/turned/looks/was/passing/coming/doing/going/pitch/are/something/pure'],
    ],
    within: 12,
    across: true,
    unless: ['iron/stick/cap/lid/bag/pen', 'years/ago', 'black cab/country'],
  },
  {
    id: 'bowel.bellyLump',
    programme: 'bowel',
    find: [
      ['@belly/@bottom', 'groin'],
      ['lump/lumps/mass/swelling/swollen/bulge/hard'],
      ['feel/felt/found/theres/ive/got/noticed/can/hard/new/there/been/is'],
    ],
    within: 10,
    unless: ['aneurysm/hernia/custard/bus/wait/pregnant/baby', 'hard to'],
  },
]
