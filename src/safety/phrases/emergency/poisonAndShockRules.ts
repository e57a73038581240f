import type { PhraseRule, Phrases } from '../../phraseRule.ts'
import { belly, breast } from '../bodyParts.ts'
import { someone } from './said.ts'

const nerves: Phrases = ['nervous/nerves/anxious/anxiety/terrified/scared/frightened']

export const otherRules: readonly PhraseRule[] = [
  {
    id: 'emergency.swelling',
    find: [
      ['lip/lips/tongue/throat/airway'],
      ['swell*/swollen/puffed/puffing/puffy/ballooned/closing/closed/bigger/tightening', 'cant swallow'],
    ],
    within: 6,
    unless: ['tonsil*/gland/glands/tooth/teeth/dentist/cold/numb'],
  },
  {
    id: 'emergency.allergy',
    find: [['having/severe/bad/think/going/serious'], ['anaphyla*', 'allergic reaction']],
    within: 5,
    unless: ['had/history/carry/risk/epipen/years/past'],
  },
  {
    id: 'emergency.aneurysm',
    find: [
      ['aneurysm/aneurysms/aa/aorta'],
      ['pain/pains/agony/hurts/hurting/grey/gray/clammy/faint/collapsed/burst/bursting/ruptured/pale/sweating'],
    ],
    within: 18,
    unless: ['scan/screening/test .. hurt/hurts/pain/painful', 'before it', 'had .. burst/ruptured'],
  },
  {
    id: 'emergency.suddenBellyPain',
    find: [
      [...belly, 'back'],
      ['pain/pains/agony'],
      ['tearing/ripping/agonising/excruciating/severe/worst/unbearable/sudden/suddenly/nowhere/blinding/collapsed'],
    ],
    within: 14,
    unless: ['mammogram/machine/years/arthritis/sciatica/disc/slipped', 'will/does'],
    causes: ['period/periods'],
  },
  {
    id: 'emergency.overdose',
    find: [
      [
        'overdose/overdosed/overdosing/oded',
        'took/taken/swallowed/ate/had/eaten too many',
        'took/taken/swallowed/necked/downed/eaten .. all/load/loads/lots/bottle/box/packet/whole/handful/bunch/lot .. tablets/pills/meds/medication/paracetamol/ibuprofen/insulin/tabs/aspirin/codeine/antidepressants/morphine',
        'took/taken/swallowed/necked/had .. ##/### .. tablets/pills/paracetamol/ibuprofen/aspirin/codeine/tabs/antidepressants',
        'too many/much .. pills/tablets/painkillers/paracetamol/meds/insulin/morphine',
        'swallowed/eaten/ate .. my/his/her/the tablets/pills/medication/meds',
        'been/poison/poisoned poisoned/myself',
        'swallowed/drank/drunk/drinking/ate/eaten .. bleach/antifreeze/poison/weedkiller/battery/batteries/detergent/disinfectant/acid',
      ],
    ],
    unless: [
      'chocolate/chocolates/cake/turkey/information/caffeine/sprouts/pies/biscuits/sweets/telly/tv/cheese/coffee/crisps',
      'radiation/xrays/rays/sun',
      'food',
      'can/could/will/would you/i/it overdose',
    ],
    despite: ['general'],
  },
  {
    id: 'emergency.sepsis',
    find: [
      ['biopsy/wound/scar/operation/stitches/dressing/procedure', ...breast],
      [
        'hot/red/redness/swollen/pus/infected/infection/oozing/throbbing/burning/days/yesterday/ago',
        'monday/tuesday/wednesday/thursday/friday/saturday/sunday',
        'since/after',
      ],
      [
        'shiver*/shaking/shakes/shaky/rigors/delirious/confused/confusion',
        'heart/pulse .. racing/pounding',
        'racing heart/pulse',
        'burning up',
        'fever/feverish',
        'high temperature',
        'temperature of',
        'hot and cold',
      ],
    ],
    within: 26,
    unless: [...nerves, 'hot flush*/flash*', 'confused about/by/as/over'],
  },
  {
    id: 'emergency.biopsyAndRacing',
    find: [['biopsy/wound'], ['racing/pounding/shiver*/shaking/fever/feverish/delirious', 'burning up']],
    within: 16,
    unless: [...nerves, 'tomorrow/before/next'],
  },
  { id: 'emergency.sepsisNamed', find: [['sepsis/septic']], unless: ['had/survivor/years/leaflet/poster/tank/survived/history'] },
  {
    id: 'emergency.ambulance',
    find: [
      [
        'need/needs/send/call/get/want/phone/ring/ringing/called/rung/calling .. ambulance/999/paramedic/paramedics',
        'ambulance now/please/asap/quick',
      ],
    ],
    unless: ['transport/booked/appointment/chair/car/parking'],
  },
  {
    id: 'emergency.suddenlyConfused',
    find: [someone, ['suddenly .. confused', 'confused .. suddenly/sudden', 'no pulse', 'gone limp', 'eyes rolled']],
    unless: ['about/by/as/why'],
  },
  {
    id: 'emergency.dying',
    find: [['im/shes/hes dying', 'think .. dying']],
    unless: ['dying to/of/for/inside/at', 'about/of dying', 'feel/feels/felt like', 'if', ...nerves],
  },
]
