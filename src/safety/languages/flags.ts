import type { Programme } from '../phraseRule.ts'
import type { FlagName } from './phraseBook.ts'

export type FlagKind = 'emergency' | 'crisis' | 'abuse' | 'symptom'

/** In order of urgency. */
export const flagKinds: readonly FlagKind[] = ['emergency', 'crisis', 'abuse', 'symptom']

/** The kind of a flag, and for a symptom the programme that its reply speaks of. */
export function meaningOf(flag: FlagName): { kind: FlagKind; programme?: Programme } {
  const area = flag.slice(0, flag.indexOf('.')) as Area
  return area === 'emergency' || area === 'crisis' || area === 'abuse' ? { kind: area } : { kind: 'symptom', programme: area }
}

/** Said with a "no" in every language, so that a "no" beside them never denies them. */
export const neverDenied: ReadonlySet<FlagName> = new Set<FlagName>(['crisis.cannotGoOn', 'abuse.control'])

type Area = FlagName extends `${infer A}.${string}` ? (A extends Exclude<FlagKind, 'symptom'> | Programme ? A : never) : never
