import { checkSafety } from './gate.ts'
import { checkLanguages } from './languages/checkLanguages.ts'
import type { Language } from './languages/language.ts'
import type { SafetyFinding } from './safetyFinding.ts'
import { type MeaningOf, weigh } from './weighing/weigh.ts'

/** A finding, with the language of its words where that is not English. */
export type Danger = SafetyFinding & { language?: Language }

/** What the sentence model makes of a text: the logarithm of the chance of each of the `meanings`; undefined where it cannot tell. */
export type ReadMeaning = (text: string) => Promise<readonly number[] | undefined>

export type FindDanger = (text: string, before?: readonly string[]) => Promise<Danger | undefined>

const urgency: SafetyFinding['kind'][] = ['emergency', 'crisis', 'abuse', 'symptom']

/**
 * The safety gate: reads a message for emergency, crisis or abuse, and symptoms, in English and in the main community languages. The more
 * urgent finding counts; of two alike the one that a phrase found, English first. `before`: the patient's own last messages of the same
 * minutes, oldest first. `readMeaning` asks the sentence model, which sees more in unusual words; without it, or where it fails, the gate
 * goes by phrases and words.
 */
export function createFindDanger(readMeaning: ReadMeaning | undefined): FindDanger {
  return async (text, before = []) => {
    const english = await checkWithMeaning(text, before, readMeaning)
    const foreign = checkLanguages(text)
    if (!foreign) return english
    const ahead = english ? urgency.indexOf(foreign.kind) - urgency.indexOf(english.kind) : -1
    if (english && (ahead > 0 || (ahead === 0 && english.foundBy === 'phrase'))) return english
    return { ...foreign, foundBy: 'phrase', rest: undefined }
  }
}

/** Asks the gate; what it wants to know of the sentences' meaning is looked up, and it is asked again. */
async function checkWithMeaning(text: string, before: readonly string[], readMeaning: ReadMeaning | undefined) {
  const known = new Map<string, ReturnType<MeaningOf>>()
  for (;;) {
    const wanted = new Set<string>()
    const meaningOf = (stretch: string) => {
      if (!known.has(stretch)) wanted.add(stretch)
      return known.get(stretch)
    }
    const found = checkSafety(text, before, (message) => weigh(message, meaningOf))
    if (!readMeaning || wanted.size === 0) return found
    for (const stretch of wanted) known.set(stretch, (await readMeaning(stretch).catch(() => undefined)) ?? 'cannot tell')
  }
}
