import type { PhraseRule, Phrases } from '../../phraseRule.ts'
import { armpit, breast, nipple } from '../bodyParts.ts'
import { feeding, pain } from './said.ts'

const hormones: Phrases = [
  'period/periods/cycle/monthly/hormone/hormones/hrt/pregnancy/perimenopause/menopause/pill',
  'time of the? month',
  'before/when im on',
]
/** Pain that belongs to the test, or to something plain. */
const ordinaryPain: Phrases = [
  'mammogram/mammograms/squash*/squeez*/machine/compress*/press/pressed/clamp*/plates/procedure/screening',
  'last/first time',
  'does/will/would it/this/they/that/the/my',
  'pain relief/killers/killer/threshold',
  'painkiller/painkillers',
  'biopsy/operation/surgery/lumpectomy/mastectomy/radiotherapy/shingles/underwire/seatbelt/bra',
]

const lastsOrInOnePlace: Phrases = [
  'weeks/months/days/month/week/persistent/constant/constantly/always/continuous/daily/lately/recently/new/keeps/keep/since/ages',
  'all the time',
  'wont/not/hasnt/doesnt go/gone/going/ease/stop/clear/shift',
  'one/same/certain/particular spot/place/side/area/breast/boob',
  'just/only one',
  'left/right',
  'every day/night',
  'on and off',
]

export const painRules: readonly PhraseRule[] = [
  {
    id: 'breast.painThatLasts',
    programme: 'breast',
    find: [[...breast, ...nipple, ...armpit], lastsOrInOnePlace, pain],
    within: 14,
    causes: [...hormones, ...feeding],
    unless: ordinaryPain,
  },
  {
    id: 'breast.pain',
    programme: 'breast',
    find: [['breast/boob/tit/nipple/armpit'], pain],
    within: 6,
    causes: [...hormones, ...feeding],
    unless: [...ordinaryPain, 'breast clinic/care/cancer'],
  },
]
