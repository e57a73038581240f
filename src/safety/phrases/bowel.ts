import type { PhraseRule, Phrases } from '../phraseRule.ts'
import { bottom, poo, toilet } from './bodyParts.ts'

/** What the kit found, or is made to find. */
const kit: Phrases = [
  'kit/test/sample/they .. found/finds/find/detected/detects/showed/shows/positive/picked/looks/look/looking/says/said',
  'found/detected/traces/trace/amount/amounts .. blood',
  'blood was/were/being found/detected',
  'blood .. in/on .. sample/kit/test',
  'letter/results/result',
  'hidden/invisible',
]

/** Blood, black stools, a lasting change, weight loss, a lump. A clear kit changes nothing. */
export const bowelRules: readonly PhraseRule[] = [
  {
    id: 'bowel.blood',
    programme: 'bowel',
    find: [
      [...poo, ...bottom, ...toilet],
      ['blood/bleed/bleeding/bleeds/bled', 'bloody poo/stools/stool/mucus/motions'],
    ],
    within: 10,
    unless: [...kit, 'blood test/tests/pressure', 'cystitis/nose', 'period/periods'],
  },
  {
    id: 'bowel.bloodNow',
    programme: 'bowel',
    find: [[...poo, ...bottom, ...toilet], ['still/now/keep/again/getting/noticed/seen/seeing'], ['blood/bleed/bleeding']],
    within: 14,
    unless: ['they/test/kit found', 'in the sample', 'blood test'],
  },
  {
    id: 'bowel.black',
    programme: 'bowel',
    find: [poo, ['black/tarry/maroon/thin/narrow/slimy/mucus/slime', 'dark red', 'gone/very/really dark']],
    within: 6,
    unless: ['iron', 'bag/stick/tube/cap'],
  },
  {
    id: 'bowel.change',
    programme: 'bowel',
    find: [
      [
        'bowel/bowels/diarrhoea/squits/constipated/constipation/bloated/bloating',
        'toilet habits',
        'the runs',
        'loose/looser/runny poo/stools/motions',
        'poo/stools/motions/toilet .. loose/looser/runny',
        'going/go/been/running .. toilet/loo/poo',
      ],
      [
        'changed/change/changes/different/altered/irregular/wrong/weird/funny',
        'weeks/week/month/months/lately/recently/ages',
        'wont/not/isnt/cant .. stop/settle/right/normal/going/go/like',
        'more often/than',
        'times a',
        'a lot more',
        'keep/keeps/constantly/persistent/blood/weight',
      ],
    ],
    within: 13,
    unless: [
      ...kit,
      'bowel screening/cancer/test/kit/scope/prep/programme',
      'after/from/with .. prep/antibiotics/laxatives',
      'test/kit/screening .. changed/change/different',
      'ibs/crohns/colitis',
    ],
  },
  { id: 'bowel.bloodyDiarrhoea', programme: 'bowel', find: [['diarrhoea/runs/squits'], ['blood/bloody']] },
  {
    id: 'bowel.ibsWorse',
    programme: 'bowel',
    find: [['ibs/crohns/colitis'], ['worse/changed/different/blood/bleeding']],
    within: 12,
    unless: kit,
  },
  {
    id: 'bowel.weightLoss',
    programme: 'bowel',
    find: [
      ['lost/losing/loss/dropped/dropping/falling/lose'],
      ['weight/stone/kilos/kg/pounds/lbs'],
      [
        'without/unexplained/unintentional/suddenly/sudden/reason/accident/trying/why/worried/poo/bowel/bowels/toilet/loo/tired/cough/coughing/off',
        'no appetite/idea',
        'weight loss',
        'losing weight',
        'lots/loads of',
        'a lot',
        'stone in',
      ],
    ],
    within: 14,
    unless: ['slimming/diet/dieting/gym/ozempic/mounjaro/wegovy/injections/purpose/letter/appointment/breastfeeding/bra/matter'],
  },
  {
    id: 'bowel.lump',
    programme: 'bowel',
    find: [
      ['tummy/belly/stomach/abdomen', ...bottom],
      ['lump/lumps/lumpy/mass/swelling/swollen', 'hard bit'],
    ],
    within: 8,
    unless: ['aneurysm'],
  },
  {
    id: 'bowel.pain',
    programme: 'bowel',
    find: [
      ['tummy/belly/stomach/bowel/bowels/bottom/bum/abdominal'],
      ['weeks/months/constant/persistent/keeps/keep/worse/poo/loo/toilet/blood/weight', 'all the time', 'wont go'],
      ['pain/pains/ache/aches/cramps/cramping'],
    ],
    within: 14,
    causes: ['period/periods'],
    unless: ['during/after/from .. colonoscopy/scan/prep'],
  },
  {
    id: 'bowel.tired',
    programme: 'bowel',
    find: [
      ['weight/blood/bowels/bowel/poo', 'all the time', 'no reason', 'for weeks/months'],
      ['tired/exhausted/knackered/fatigue/fatigued/drained'],
    ],
    within: 14,
    unless: ['clear/chemo/radiotherapy/treatment/job/shifts/work/nights/kit/test/screening/appointment', 'tired of'],
  },
]
