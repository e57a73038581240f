import type { PhraseRule } from '../phraseRule.ts'
import { changeRules } from './breast/changeRules.ts'
import { lumpRules } from './breast/lumpRules.ts'
import { nippleRules } from './breast/nippleRules.ts'
import { painRules } from './breast/painRules.ts'
import { shapeRules } from './breast/shapeRules.ts'
import { shyRules } from './breast/shyRules.ts'
import { skinRules } from './breast/skinRules.ts'

/** New changes of the breast, nipple, arm-pit or a man's chest; pain where it is in one place or lasts. */
export const breastRules: readonly PhraseRule[] = [
  ...lumpRules,
  ...shapeRules,
  ...nippleRules,
  ...skinRules,
  ...painRules,
  ...changeRules,
  ...shyRules,
]
