import type { PhraseRule } from '../phraseRule.ts'
import { belowRules } from './belowSigns.ts'
import { bowelRules } from './bowel.ts'
import { bowelSigns } from './bowelSigns.ts'
import { breastRules } from './breast.ts'
import { cervicalRules } from './cervical.ts'
import { chestSigns } from './chestSigns.ts'
import { eyeRules } from './eye.ts'
import { lungRules } from './lung.ts'
import { sightSigns } from './sightSigns.ts'

/** Said of no place in particular, or of one that no screening is about. */
const anywhereRules: readonly PhraseRule[] = [
  {
    id: 'symptom.discharge',
    find: [['ive/got/having/my/some/getting/a/theres/new/have/noticed/started'], ['discharge']],
    within: 5,
    unless: ['discharge letter/summary/date/papers/from/me', 'colposcopy/smear/lletz/biopsy/hospital/ward/eye/ear/nose'],
  },
  {
    id: 'symptom.lump',
    find: [['found/got/ive/have/has/theres/noticed/feel/felt/this/my/new'], ['lump/lumps']],
    within: 6,
    unless: [
      'throat/sugar/custard/gravy/porridge/mash/mattress/pillow/money/haha/lol',
      'lump/lumps of/sum/clinic/removal',
      'they/letter/recalled',
    ],
  },
]

/** Changes that need a GP, or eye help the same day; never the next screening. */
export const symptomRules: readonly PhraseRule[] = [
  ...breastRules,
  ...cervicalRules,
  ...lungRules,
  ...bowelRules,
  ...eyeRules,
  ...belowRules,
  ...chestSigns,
  ...bowelSigns,
  ...sightSigns,
  ...anywhereRules,
]
