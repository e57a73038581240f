import type { PhraseRule } from '../phraseRule.ts'
import { bleedingRules } from './emergency/bleedingRules.ts'
import { breathRules } from './emergency/breathRules.ts'
import { collapseRules } from './emergency/collapseRules.ts'
import { heartRules } from './emergency/heartRules.ts'
import { otherRules } from './emergency/poisonAndShockRules.ts'
import { strokeRules } from './emergency/strokeRules.ts'

/** Signs that mean 999 now, whoever has them. */
export const emergencyRules: readonly PhraseRule[] = [
  ...heartRules,
  ...breathRules,
  ...strokeRules,
  ...collapseRules,
  ...bleedingRules,
  ...otherRules,
]
