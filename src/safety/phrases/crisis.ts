import type { PhraseRule } from '../phraseRule.ts'
import { distressRules } from './crisis/distressRules.ts'
import { endingRules } from './crisis/endingRules.ts'
import { meansRules } from './crisis/meansRules.ts'
import { notLivingRules } from './crisis/notLivingRules.ts'
import { quietRules } from './crisis/quietRules.ts'
import { selfHarmRules } from './crisis/selfHarmRules.ts'
import { suicideRules } from './crisis/suicideRules.ts'

/** Suicidal thoughts, self-harm and distress past bearing, in words loud or quiet. */
export const crisisRules: readonly PhraseRule[] = [
  ...suicideRules,
  ...notLivingRules,
  ...selfHarmRules,
  ...distressRules,
  ...endingRules,
  ...meansRules,
  ...quietRules,
]
