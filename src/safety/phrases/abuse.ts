import type { PhraseRule } from '../phraseRule.ts'
import { controlRules } from './abuse/controlRules.ts'
import { harmRules } from './abuse/harmRules.ts'
import { ruledRules } from './abuse/ruledRules.ts'
import { secrecyRules } from './abuse/secrecyRules.ts'
import { sexualRules } from './abuse/sexualRules.ts'
import { violenceRules } from './abuse/violenceRules.ts'

/** Abuse that is happening, and rape or assault. That the phone may be read is for the reply to mind. */
export const abuseRules: readonly PhraseRule[] = [
  ...violenceRules,
  ...sexualRules,
  ...controlRules,
  ...harmRules,
  ...secrecyRules,
  ...ruledRules,
]
