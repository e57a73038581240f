import type { PhraseRule } from '../phraseRule.ts'
import { allergyAndSepsisRules } from './emergency/allergyAndSepsis.ts'
import { bleedingRules } from './emergency/bleedingRules.ts'
import { bleedingSignRules } from './emergency/bleedingSigns.ts'
import { breathRules } from './emergency/breathRules.ts'
import { breathSignRules } from './emergency/breathSigns.ts'
import { collapseRules } from './emergency/collapseRules.ts'
import { happeningRules } from './emergency/happeningRules.ts'
import { heartRules } from './emergency/heartRules.ts'
import { heartSignRules } from './emergency/heartSigns.ts'
import { injuryRules } from './emergency/injuryRules.ts'
import { otherRules } from './emergency/poisonAndShockRules.ts'
import { poisonRules } from './emergency/poisonSigns.ts'
import { strokeRules } from './emergency/strokeRules.ts'
import { strokeSignRules } from './emergency/strokeSigns.ts'

/** Signs that mean 999 now, whoever has them. */
export const emergencyRules: readonly PhraseRule[] = [
  ...heartRules,
  ...breathRules,
  ...strokeRules,
  ...collapseRules,
  ...bleedingRules,
  ...otherRules,
  ...heartSignRules,
  ...breathSignRules,
  ...strokeSignRules,
  ...poisonRules,
  ...bleedingSignRules,
  ...injuryRules,
  ...allergyAndSepsisRules,
  ...happeningRules,
]
